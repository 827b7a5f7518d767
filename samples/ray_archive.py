"""An archive of documents through kextract on a Ray cluster: Parquet or text files in, Parquet of records out.

    pip install 'kextract[ray]'
    python samples/ray_archive.py articles/ records/                      # *.parquet with columns text, id, date
    python samples/ray_archive.py --input text s3://news/2024/ s3://news/records/      # *.txt, a file is a document

Without a cluster Ray starts on this machine; RAY_ADDRESS names one. A worker that dies has its part done again by
another. The rows are those of `kextract -f parquet`, in the order of the input.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

import pyarrow as pa
import ray
import ray.data

from kextract.arrow import extract_table
from kextract.decoding import DecodeError, decode

DOCUMENTS = 256  # that a worker gets at once


def texts(files: pa.Table) -> pa.Table:
    """Files as documents, decoded as the command does it; one that does not decode has no text."""
    decoded = [_decoded(data) for data in files["bytes"].to_pylist()]
    return pa.table({"id": files["path"], "text": pa.array(decoded, pa.string())})


def _decoded(data: bytes) -> str | None:
    try:
        return decode(data)
    except DecodeError:
        return None


def run(source: str, target: str, mode: str = "parquet", work: Callable[[pa.Table], pa.Table] = extract_table) -> None:
    """Reads every document under `source`, writes the records as Parquet files under `target`."""
    ray.data.DataContext.get_current().execution_options.preserve_order = True
    if mode == "text":
        files = ray.data.read_binary_files(source, include_paths=True, file_extensions=["txt"])
        documents = files.map_batches(texts, batch_format="pyarrow", batch_size=DOCUMENTS)
    else:
        documents = ray.data.read_parquet(source)
    shares = documents.repartition(target_num_rows_per_block=DOCUMENTS)  # else small files would be one worker's
    shares.map_batches(work, batch_format="pyarrow", batch_size=DOCUMENTS).write_parquet(target)


def main() -> None:
    parser = argparse.ArgumentParser(description="Documents in, records out, on Ray.")
    parser.add_argument("source", help="a folder or a file, here or in object storage (s3://, gs://)")
    parser.add_argument("target", help="the folder for the records")
    parser.add_argument("--input", choices=("parquet", "text"), default="parquet")
    parser.add_argument("--workers", type=int, help="processors to use, where Ray starts here")
    given = parser.parse_args()
    ray.init(num_cpus=given.workers)
    run(given.source, given.target, given.input)


if __name__ == "__main__":
    main()
