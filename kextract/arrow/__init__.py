"""Documents in and records out as Arrow: for engines that share work out to many machines, and for Parquet.

    from kextract.arrow import SCHEMA, extract_batches
    spark_frame.mapInArrow(extract_batches, from_arrow_schema(SCHEMA))  # Spark: pyspark.sql.pandas.types
    ray_dataset.map_batches(extract_table, batch_format="pyarrow")  # Ray Data
    pyarrow.RecordBatchReader.from_batches(SCHEMA, extract_batches(reader))  # DuckDB, Polars, Parquet

A row of `SCHEMA` is a document's record. Needs pyarrow: pip install 'kextract[arrow]'.
"""

from __future__ import annotations

try:
    import pyarrow as _pyarrow  # noqa: F401
except ImportError as error:
    raise ImportError("kextract.arrow needs pyarrow: pip install 'kextract[arrow]'") from error

from kextract.arrow.extracting import extract_batches, extract_table
from kextract.arrow.rows import to_batch
from kextract.arrow.schema import SCHEMA

__all__ = ["SCHEMA", "extract_batches", "extract_table", "to_batch"]
