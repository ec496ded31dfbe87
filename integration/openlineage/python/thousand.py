"""Sends a flow of exactly 1,000 things and 1,417 connections: runs of 500 jobs.

    thousand.py <folder>

One table is read by 21 jobs, what they write by 478 more, most of which read two tables, and one job only
reads. `start` leads to all of it in four steps. Ends with the number of events that were sent.
"""

import logging
import os
import sys
from datetime import datetime, timedelta, timezone

from openlineage.client import OpenLineageClient
from openlineage.client.event_v2 import InputDataset, Job, OutputDataset, Run, RunEvent, RunState
from openlineage.client.uuid import generate_new_uuid

FIRST_STEP = 21
SECOND_STEP = 478
READ_TWO = 418

folder = sys.argv[1]
jobs = [("report", ["start"], [])]
jobs += [(f"split-{n}", ["start"], [f"part-{n}"]) for n in range(FIRST_STEP)]
for n in range(SECOND_STEP):
    reads = [f"part-{n % FIRST_STEP}"]
    if n < READ_TWO:
        reads.append(f"part-{(n + 1) % FIRST_STEP}")
    jobs.append((f"make-{n}", reads, [f"out-{n}"]))

logging.basicConfig(level=logging.WARNING)
client = OpenLineageClient(
    config={
        "transport": {
            "type": "async_http",
            "url": os.environ["OPENLINEAGE_URL"],
            "compression": "gzip",
            "auth": {"type": "api_key", "apiKey": os.environ["OPENLINEAGE_API_KEY"]},
        }
    }
)
start = datetime.now(timezone.utc) - timedelta(hours=1)
for number, (name, reads, writes) in enumerate(jobs):
    client.emit(
        RunEvent(
            eventType=RunState.COMPLETE,
            eventTime=(start + timedelta(seconds=number)).isoformat(),
            run=Run(runId=str(generate_new_uuid())),
            job=Job(namespace=folder, name=name),
            inputs=[InputDataset(namespace="file", name=f"/{folder}/{table}") for table in reads],
            outputs=[OutputDataset(namespace="file", name=f"/{folder}/{table}") for table in writes],
        )
    )
if not client.close(timeout=90):
    raise SystemExit("The client could not send everything in time")
stats = client.transport.get_stats()
if stats["failed"]:
    raise SystemExit(f"Not all events arrived: {stats}")
print(len(jobs))
