"""Made the two Parquet files beside it, with pyarrow 25.0.1: python make_parquet.py

Rows 1 to 5: a text, a nested text below an optional group, a language, a list, a number. Row 3 has no
text, row 2 no nested group, row 4 a group without a text. Row groups of two rows.
"""
import pyarrow as pa
import pyarrow.parquet as pq

table = pa.table(
    {
        "text": pa.array(["Der Hund schläft.", "", None, "Кошка спит.", "The dog 🐕 sleeps."], pa.string()),
        "meta": pa.array(
            [{"body": "eins"}, None, {"body": "drei"}, {"body": None}, {"body": "fünf"}],
            pa.struct([("body", pa.string())]),
        ),
        "language": pa.array(["de", "de", "de-AT", "ru", "en"], pa.string()),
        "tags": pa.array([["a", "b"], [], None, ["c"], ["d"]], pa.list_(pa.string())),
        "stars": pa.array([1, 2, 3, 4, 5], pa.int32()),
    }
)
for codec in ("snappy", "zstd"):
    pq.write_table(table, f"texts-{codec}.parquet", compression=codec, row_group_size=2)
