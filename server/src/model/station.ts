/** A conclusion and the sentence that supports it; `value` is undefined when nothing supports any. */
export interface Conclusion<T> {
  readonly value: T | undefined;
  /** "currentOutType is AC", "set in the settings"; empty when unknown. */
  readonly because: string;
  /** Nobody has said it, neither a person nor a field of the file: it follows from what the configuration holds. */
  readonly concluded?: true;
  /** It follows from values of the configuration, so that it must not be held against them. */
  readonly fromValues?: true;
}

export type CurrentType = 'AC' | 'DC';
export type PhaseCount = 1 | 3;
export type ProtocolVersion = '1.6' | '2.0.1' | '2.1';

/** What is known about the station that a configuration is for. */
export interface StationContext {
  readonly protocol: Conclusion<ProtocolVersion>;
  /** The vendor's name as a sentence has it, or as the file writes it where no vendor pack knows it. */
  readonly vendor: Conclusion<string>;
  /** The id of the vendor's pack, where there is one. */
  readonly vendorId: string | undefined;
  readonly model: Conclusion<string>;
  readonly current: Conclusion<CurrentType>;
  /** How many phases of the grid feed it; unknown for most. */
  readonly phases: Conclusion<PhaseCount>;
  readonly smartCharging: Conclusion<boolean>;
}

/** What a person has said about the station, in a setting or a comment; it wins over what the file shows. */
export interface StationOverride {
  readonly protocol?: ProtocolVersion | undefined;
  readonly vendor?: string | undefined;
  readonly model?: string | undefined;
  readonly current?: CurrentType | undefined;
  readonly smartCharging?: boolean | undefined;
}

/** What a person has said about the stations of some files outside of these files, and the sentence that tells where. */
export interface StationSaying {
  readonly says: StationOverride;
  /** "the project file says so for fleet/*.json" */
  readonly because: string;
}
