"""Checks a fleet with Apache Spark: each partition goes through one ocpp-config, line by line.

    spark-submit spark_pipe.py hdfs:///dumps/2026-01-31/*.ndjson hdfs:///checked/2026-01-31

Node.js and ocpp-config must be on every worker. A line is a station: a GetConfiguration answer, a frame, or
{"id": ..., "configuration": ...}; so is a line of the result, with the same id.
"""

import sys

from pyspark.sql import SparkSession

COMMAND = "ocpp-config check --ndjson --exit-zero --jobs 1"


def main(stations: str, results: str) -> None:
    spark = SparkSession.builder.appName("ocpp-config").getOrCreate()
    # checkCode: a mapper that could not work must not look like one that found nothing.
    checked = spark.sparkContext.textFile(stations).pipe(COMMAND, checkCode=True)
    checked.saveAsTextFile(results)

    # From what was saved: `checked` itself would run the command once more for each use.
    problems = spark.read.json(results).selectExpr("vendor", "explode(problems) AS problem")
    problems.groupBy("problem.rule", "problem.severity", "vendor").count().orderBy("count", ascending=False).show()


if __name__ == "__main__":
    main(*sys.argv[1:3])
