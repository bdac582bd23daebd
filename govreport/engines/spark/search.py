"""The search as tables: each step reads those of the steps before and writes its own, on the executors.

Nothing that grows with the submissions comes to the driver. A step whose executor is lost is done again for
what was lost, from tables that stay as they are.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from govreport.engines.spark.blobs import SCHEMA
from govreport.engines.spark.comparing import MATCHES, TELLING, matches_of, telling_of
from govreport.engines.spark.fingerprints import anchor_postings, postings_of
from govreport.engines.spark.layouts import KEPT, LIGHT, SEEDS, TOLD, Plan
from govreport.engines.spark.linking import linked, linked_anchors, linked_standard_texts
from govreport.engines.spark.session import tasks
from govreport.engines.spark.standard import standard_postings
from govreport.engines.spark.stretching import PAIRS, amid, anchored, pairs, weighed
from govreport.engines.spark.submitting import COMPARED, PLACED, compared, placed
from govreport.engines.spark.tables import Tables
from govreport.reuse.across.search import LARGEST_FOR_REWORDED, SAMPLING

__all__ = ["search"]

# So many postings are put in order at once, and so many characters of keys lie side by side.
_A_BUCKET, _A_BLOCK = 2_000_000, 4_000_000


def search(submitted: Any, tables: Tables) -> Any:
    """Return the matches of submissions as a DataFrame (``MATCHES``), None where there are none.

    ``submitted`` has the columns of ``SUBMITTED``; each submission has an id of its own.
    """
    tables.write("compared", submitted.mapInArrow(compared, COMPARED))
    plan = _numbered(tables)
    if plan.submissions < 2 or not plan.characters:
        return None
    found = _pairs(tables, plan)
    return _with_texts(found, tables, plan).mapInArrow(partial(matches_of, plan=plan), MATCHES)


def _numbered(tables: Tables) -> Plan:
    """Write the table of numbers in the order of units and that of keys; return how much there is."""
    from pyspark.sql import functions as f

    own = [column.split()[0] for column in PLACED.split(", ")][:-2]
    sorted_ = tables.read("compared").orderBy("first", "then", "id").select(*own)
    placed_ = tables.write("placed", sorted_.mapInArrow(placed, PLACED))
    ends = {row.part: row["count"] for row in placed_.groupBy("part").count().collect()}
    starts, start = [], 0
    for part in sorted(ends):
        starts.append((part, start))
        start += ends[part]
    if not starts:
        return Plan(0, 0, 0, 1, 1)
    offsets = tables.spark.createDataFrame(starts, "part int, start int")
    numbered = placed_.join(f.broadcast(offsets), "part").withColumn("number", f.col("start") + f.col("at"))
    owners = numbered.groupBy("unit").agg(f.min("number").alias("owner"))
    numbers = tables.write("numbers", numbered.join(owners, "unit").drop("unit", "part", "start", "at"))
    count, characters, units = numbers.agg(
        f.count("*"), f.sum("characters"), f.countDistinct("owner")
    ).first()
    keys = tables.read("compared").select("id", "key").join(numbers.select("id", "number", "owner"), "id")
    tables.write("keys", keys.drop("id"))
    return _plan(count, characters, units, tasks(tables.spark))


def _plan(submissions: int, characters: int, units: int, at_once: int) -> Plan:
    buckets = max(at_once, -(-characters // (SAMPLING * _A_BUCKET)))
    blocks = max(at_once, -(-characters // _A_BLOCK))
    return Plan(submissions, characters, units, buckets, -(-submissions // blocks))


def _pairs(tables: Tables, plan: Plan) -> Any:
    """Return each pair that may share something with the places of shared shingles and anchors."""
    keys = tables.read("keys")
    postings = keys.mapInArrow(partial(postings_of, plan=plan), SCHEMA)
    tables.write(
        "linked", postings.groupBy("key").applyInArrow(lambda rows: linked(rows, plan), SCHEMA), by="kind"
    )
    _add_standard_texts(tables, plan)
    seeds = tables.kind("linked", SEEDS.kind)
    by_block = _by_block(keys, plan)
    tables.write(
        "weighed",
        by_block.cogroup(seeds.groupBy("key")).applyInArrow(
            lambda keys, rows: weighed(keys, rows, plan), SCHEMA
        ),
        by="kind",
    )
    light = tables.kind("weighed", LIGHT.kind).groupBy("key")
    enough = by_block.cogroup(light).applyInArrow(lambda keys, rows: amid(keys, rows, plan), SCHEMA)
    kept = tables.kind("weighed", KEPT.kind).unionByName(enough)
    found = tables.write("pairs", kept.groupBy("key").applyInArrow(pairs, PAIRS))
    if plan.characters > LARGEST_FOR_REWORDED:
        return found
    return found.join(_anchored(tables, plan), ["one", "other"], "full")


def _by_block(keys: Any, plan: Plan) -> Any:
    from pyspark.sql import functions as f

    block = f.floor(f.col("number") / plan.a_block).cast("int")
    return (
        keys.select(block.alias("key_"), "number", "key").withColumnRenamed("key_", "block").groupBy("block")
    )


def _add_standard_texts(tables: Tables, plan: Plan) -> None:
    """Add the seeds of standard texts, where submissions are nothing else."""
    from pyspark.sql import functions as f

    told = tables.write(
        "telling", tables.kind("linked", TOLD.kind).groupBy("key").applyInArrow(telling_of, TELLING)
    )
    sizes = tables.read("numbers").select("number", "characters")
    nothing = told.filter(f.col("nothing") > 0).join(sizes, "number")
    rows = nothing.join(tables.read("keys"), "number").mapInArrow(
        partial(standard_postings, plan=plan), SCHEMA
    )
    seeds = rows.groupBy("key").applyInArrow(lambda rows: linked_standard_texts(rows, plan), SCHEMA)
    tables.add("linked", seeds, by="kind")


def _anchored(tables: Tables, plan: Plan) -> Any:
    """Return each pair that shares anchors with their places."""
    texts = (
        tables.read("compared").select("id", "text").join(tables.read("numbers").select("id", "number"), "id")
    )
    keyed = texts.drop("id").join(tables.read("keys"), "number")
    postings = keyed.mapInArrow(partial(anchor_postings, plan=plan), SCHEMA)
    seeds = postings.groupBy("key").applyInArrow(lambda rows: linked_anchors(rows, plan), SCHEMA)
    kept = seeds.groupBy("key").applyInArrow(lambda rows: anchored(rows, plan), SCHEMA)
    found = kept.groupBy("key").applyInArrow(pairs, PAIRS)
    return found.withColumnsRenamed({"left": "anchor_left", "right": "anchor_right"})


def _with_texts(found: Any, tables: Tables, plan: Plan) -> Any:
    """Add to pairs of which one is asked about what is known of both sides, and their texts."""
    from pyspark.sql import functions as f

    numbers = tables.read("numbers").select("number", "id", "owner", "about", "asked")
    for side in ("one", "other"):
        found = found.join(_named(numbers, side), side)
    found = found.filter(f.col("asked_one") | f.col("asked_other"))
    texts, told = tables.read("compared").select("id", "text"), tables.read("telling").drop("nothing")
    for side in ("one", "other"):
        found = found.join(_named(told, side), side, "left").join(_named(texts, side, "id"), f"id_{side}")
    return found


def _named(table: Any, side: str, key: str = "number") -> Any:
    """Name the columns of a table for one side; its key is named as that of the pairs."""
    names = {name: f"{name}_{side}" for name in table.columns} | ({key: side} if key == "number" else {})
    return table.withColumnsRenamed(names)
