"""Sends a flow of exactly 1,000 things and 1,417 connections: runs of 500 jobs.

    thousand.py <folder>

One table is read by 20 jobs, what they write by 20 each, and what those write by 79 more that read six
tables or seven; one job only reads. `start` leads to all of it in six steps, and nothing has more than 20
neighbours of one kind, so that a picture draws all of it one by one. Ends with the number of events that
were sent.
"""

import logging
import os
import sys
from datetime import datetime, timedelta, timezone

from openlineage.client import OpenLineageClient
from openlineage.client.event_v2 import InputDataset, Job, OutputDataset, Run, RunEvent, RunState
from openlineage.client.uuid import generate_new_uuid

FAN = 20
MARTS = 79
READS_OF_MART = 6
READ_ONE_MORE = 23

folder = sys.argv[1]
jobs = [(f"split-{n}", ["start"], [f"part-{n}"]) for n in range(FAN)]
jobs += [(f"make-{n}", [f"part-{n // FAN}"], [f"out-{n}"]) for n in range(FAN * FAN)]
for n in range(MARTS):
    reads = READS_OF_MART + (1 if n < READ_ONE_MORE else 0)
    jobs.append((f"join-{n}", [f"out-{n * 5 + place}" for place in range(reads)], [f"mart-{n}"]))
jobs.append(("report", [f"out-{FAN * FAN - 1}"], []))

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
