"""Tells a portal of a job that writes a part of a dataset each day, under two spellings, and of the same in development.

Where to and with which token comes from OPENLINEAGE_URL and OPENLINEAGE_API_KEY, as people set them.
"""

from datetime import datetime, timedelta, timezone

from openlineage.client import OpenLineageClient
from openlineage.client.event_v2 import InputDataset, Job, OutputDataset, Run, RunEvent, RunState
from openlineage.client.uuid import generate_new_uuid

DAYS = 5

client = OpenLineageClient()
now = datetime.now(timezone.utc)


def run(at, namespace, reads, writes):
    run = Run(runId=str(generate_new_uuid(at)))
    for state, when in ((RunState.START, at), (RunState.COMPLETE, at + timedelta(minutes=1))):
        client.emit(
            RunEvent(
                eventType=state,
                eventTime=when.isoformat(),
                run=run,
                job=Job(namespace=namespace, name="visits.collect"),
                producer="https://example.com/names",
                inputs=[InputDataset(*reads)],
                outputs=[OutputDataset(*writes)],
            )
        )


for day in range(DAYS):
    at = now - timedelta(days=DAYS - day)
    part = f"visits/dt={at.date().isoformat()}"
    shop = "postgres" if day % 2 else "postgresql"
    lake = "s3" if day % 2 else "s3a"
    run(at, "names", (f"{shop}://names.example.com:5432", "shop.visits"), (f"{lake}://names-lake", part))
run(
    now - timedelta(hours=1),
    "names-dev",
    ("postgres://names.example.com:5432", "shop.visits"),
    ("s3://names-lake-dev", "visits"),
)
client.close()
