"""Tells a portal of a small pipeline with the real OpenLineage client, in every kind of event.

    emit.py --transport http|async_http [--compression gzip] --namespace <jobs>

Where to and with which token comes from OPENLINEAGE_URL and OPENLINEAGE_API_KEY, as people set them.
Ends with a line of JSON: the ids of the runs and, for the asynchronous transport, its own counts.
"""

import argparse
import json
import logging
import os
from datetime import datetime, timedelta, timezone

from openlineage.client import OpenLineageClient
from openlineage.client.event_v2 import (
    Dataset,
    DatasetEvent,
    InputDataset,
    Job,
    JobEvent,
    OutputDataset,
    Run,
    RunEvent,
    RunState,
)
from openlineage.client.facet_v2 import (
    column_lineage_dataset,
    data_quality_assertions_dataset,
    dataset_type_dataset,
    dataset_version_dataset,
    documentation_dataset,
    documentation_job,
    environment_variables_run,
    error_message_run,
    job_type_job,
    nominal_time_run,
    output_statistics_output_dataset,
    ownership_job,
    parent_run,
    schema_dataset,
    symlinks_dataset,
)
from openlineage.client.uuid import generate_new_uuid

arguments = argparse.ArgumentParser()
arguments.add_argument("--transport", choices=["http", "async_http"], required=True)
arguments.add_argument("--compression")
arguments.add_argument("--namespace", required=True)
options = arguments.parse_args()

# The asynchronous transport says in its log alone that an event was refused.
logging.basicConfig(level=logging.WARNING)

transport = {
    "type": options.transport,
    "url": os.environ["OPENLINEAGE_URL"],
    "auth": {"type": "api_key", "apiKey": os.environ["OPENLINEAGE_API_KEY"]},
}
if options.compression:
    transport["compression"] = options.compression
client = OpenLineageClient(config={"transport": transport})

WAREHOUSE = "postgres://db.example.com:5432"
jobs = options.namespace
# Datasets of their own for each way of sending, so that every way is seen to work.
schema = jobs.replace("-", "_")
start = datetime.now(timezone.utc) - timedelta(hours=2)


def at(minutes):
    return (start + timedelta(minutes=minutes)).isoformat()


def table(name):
    return f"shop.{schema}.{name}"


def fields(*names):
    return schema_dataset.SchemaDatasetFacet(
        fields=[schema_dataset.SchemaDatasetFacetFields(name=n, type="text") for n in names]
    )


sent = 0


def emit(event):
    global sent
    client.emit(event)
    sent += 1


dag_run = str(generate_new_uuid())


def run_of_dag():
    return Run(
        runId=str(generate_new_uuid()),
        facets={
            "parent": parent_run.ParentRunFacet(
                run=parent_run.Run(runId=dag_run),
                job=parent_run.Job(namespace=jobs, name="nightly"),
            ),
            "nominalTime": nominal_time_run.NominalTimeRunFacet(nominalStartTime=at(0)),
        },
    )


clean = run_of_dag()
clean_job = Job(
    namespace=jobs,
    name="nightly.clean",
    facets={
        "documentation": documentation_job.DocumentationJobFacet(description="Drops test orders"),
        "ownership": ownership_job.OwnershipJobFacet(
            owners=[ownership_job.Owner(name="group:data-platform", type="MAINTAINER")]
        ),
        "jobType": job_type_job.JobTypeJobFacet(
            processingType="BATCH", integration="PYTHON", jobType="TASK"
        ),
    },
)
orders = InputDataset(
    namespace=WAREHOUSE,
    name=table("orders"),
    facets={"schema": fields("id", "customer", "price")},
    inputFacets={
        "dataQualityAssertions": data_quality_assertions_dataset.DataQualityAssertionsDatasetFacet(
            assertions=[
                data_quality_assertions_dataset.Assertion(
                    assertion="not_null", success=True, column="id"
                ),
                data_quality_assertions_dataset.Assertion(
                    assertion="unique", success=False, column="id"
                ),
            ]
        )
    },
)
cleaned = OutputDataset(
    namespace=WAREHOUSE,
    name=table("orders_clean"),
    facets={
        "schema": fields("id", "price"),
        "columnLineage": column_lineage_dataset.ColumnLineageDatasetFacet(
            fields={
                name: column_lineage_dataset.Fields(
                    inputFields=[
                        column_lineage_dataset.InputField(
                            namespace=WAREHOUSE, name=table("orders"), field=name
                        )
                    ]
                )
                for name in ("id", "price")
            }
        ),
    },
    outputFacets={
        "outputStatistics": output_statistics_output_dataset.OutputStatisticsOutputDatasetFacet(
            rowCount=2_345
        )
    },
)
emit(RunEvent(eventType=RunState.START, eventTime=at(1), run=clean, job=clean_job))
emit(
    RunEvent(
        eventType=RunState.COMPLETE,
        eventTime=at(5),
        run=clean,
        job=clean_job,
        inputs=[orders],
        outputs=[cleaned],
    )
)

train = run_of_dag()
train_job = Job(namespace=jobs, name="nightly.train")
emit(RunEvent(eventType=RunState.START, eventTime=at(6), run=train, job=train_job))
emit(
    RunEvent(
        eventType=RunState.COMPLETE,
        eventTime=at(50),
        run=train,
        job=train_job,
        inputs=[
            InputDataset(
                namespace=WAREHOUSE,
                name=table("orders_clean"),
                facets={
                    "version": dataset_version_dataset.DatasetVersionDatasetFacet(
                        datasetVersion="snapshot-3"
                    )
                },
            )
        ],
        outputs=[
            OutputDataset(
                namespace="mlflow://tests",
                name=f"{schema}_prices",
                facets={
                    "datasetType": dataset_type_dataset.DatasetTypeDatasetFacet(
                        datasetType="MODEL"
                    ),
                    "version": dataset_version_dataset.DatasetVersionDatasetFacet(
                        datasetVersion="7"
                    ),
                },
            )
        ],
    )
)

failed = run_of_dag()
failed.facets["environmentVariables"] = environment_variables_run.EnvironmentVariablesRunFacet(
    environmentVariables=[
        environment_variables_run.EnvironmentVariable(name="DB_PASSWORD", value="hunter2-leaked")
    ]
)
report_job = Job(namespace=jobs, name="nightly.report")
emit(RunEvent(eventType=RunState.START, eventTime=at(51), run=failed, job=report_job))
failed.facets["errorMessage"] = error_message_run.ErrorMessageRunFacet(
    message="division by zero", programmingLanguage="python", stackTrace="File report.py, line 3"
)
emit(
    RunEvent(
        eventType=RunState.FAIL,
        eventTime=at(52),
        run=failed,
        job=report_job,
        inputs=[InputDataset(namespace=WAREHOUSE, name=table("orders_clean"))],
    )
)

emit(
    JobEvent(
        eventTime=at(53),
        job=Job(namespace=jobs, name="declared.mail"),
        inputs=[InputDataset(namespace=WAREHOUSE, name=table("orders_clean"))],
        outputs=[OutputDataset(namespace="file", name=f"/srv/mail/{schema}.csv")],
    )
)
emit(
    DatasetEvent(
        eventTime=at(54),
        dataset=Dataset(
            namespace=WAREHOUSE,
            name=table("orders"),
            facets={
                "documentation": documentation_dataset.DocumentationDatasetFacet(
                    description="Every order"
                ),
                "symlinks": symlinks_dataset.SymlinksDatasetFacet(
                    identifiers=[
                        symlinks_dataset.Identifier(
                            namespace="s3://lake", name=f"{schema}/orders", type="LOCATION"
                        )
                    ]
                ),
            },
        ),
    )
)

finished = client.close(timeout=60)
stats = client.transport.get_stats() if options.transport == "async_http" else None
print(
    json.dumps(
        {
            "sent": sent,
            "finished": finished,
            "stats": stats,
            "runs": {
                "dag": dag_run,
                "clean": clean.runId,
                "train": train.runId,
                "failed": failed.runId,
            },
        }
    )
)
