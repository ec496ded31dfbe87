"""Works out how often card payments are refunded, and says what it read and wrote."""

from datetime import datetime, timezone

from openlineage.client import OpenLineageClient
from openlineage.client.event_v2 import InputDataset, Job, OutputDataset, Run, RunEvent, RunState
from openlineage.client.facet_v2 import (
    column_lineage_dataset,
    processing_engine_run,
    schema_dataset,
    tags_run,
)
from openlineage.client.uuid import generate_new_uuid

WAREHOUSE = "postgres://warehouse.example.com:5432"
PAYMENTS = "payments.card_payments"
RATES = {"merchant_category": "merchant_category", "refund_rate": "answer"}

client = OpenLineageClient()
job = Job(namespace="notebooks", name="refund-rates")
run = Run(
    runId=str(generate_new_uuid()),
    facets={
        "processing_engine": processing_engine_run.ProcessingEngineRunFacet(
            name="pandas", version="2.3"
        ),
        "tags": tags_run.TagsRunFacet(tags=[tags_run.TagsRunFacetFields("purpose", "tutorial")]),
    },
)


def now():
    return datetime.now(timezone.utc).isoformat()


client.emit(RunEvent(eventType=RunState.START, eventTime=now(), run=run, job=job))

# Here the work would be done.

rates = OutputDataset(
    namespace=WAREHOUSE,
    name="analytics.refund_rates",
    facets={
        "schema": schema_dataset.SchemaDatasetFacet(
            fields=[
                schema_dataset.SchemaDatasetFacetFields(name="merchant_category", type="text"),
                schema_dataset.SchemaDatasetFacetFields(name="refund_rate", type="numeric"),
            ]
        ),
        "columnLineage": column_lineage_dataset.ColumnLineageDatasetFacet(
            fields={
                made: column_lineage_dataset.Fields(
                    inputFields=[
                        column_lineage_dataset.InputField(
                            namespace=WAREHOUSE, name=PAYMENTS, field=source
                        )
                    ]
                )
                for made, source in RATES.items()
            }
        ),
    },
)
client.emit(
    RunEvent(
        eventType=RunState.COMPLETE,
        eventTime=now(),
        run=run,
        job=job,
        inputs=[InputDataset(namespace=WAREHOUSE, name=PAYMENTS)],
        outputs=[rates],
    )
)
print("Sent: refund-rates read", PAYMENTS, "and wrote", rates.name)
