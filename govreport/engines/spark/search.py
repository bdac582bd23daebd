"""The search as tables: each step reads those of the steps before and writes its own, on the executors.

Nothing that grows with the submissions comes to the driver. A step whose executor is lost is done again for
what was lost, from tables that stay as they are.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from govreport.engines.spark.blobs import SCHEMA
from govreport.engines.spark.comparing import MATCHES, matches_of
from govreport.engines.spark.fingerprints import NUMBERS, anchor_postings, postings_of
from govreport.engines.spark.layouts import KEPT, LIGHT, PLACES, SEEDS, TOLD, Plan
from govreport.engines.spark.linking import anchors_linked, linked, standard_texts_linked
from govreport.engines.spark.session import tasks
from govreport.engines.spark.standard import PHRASES, TELLING, phrases_of, standard_postings, telling_of
from govreport.engines.spark.stretching import PAIRS, amid, anchored, pairs, weighed
from govreport.engines.spark.submitting import COMPARED, PLACED, compared, placed
from govreport.engines.spark.tables import Tables
from govreport.engines.spark.twins import among, of_twins, twins_of, without_twins
from govreport.reuse.across.prints import SAMPLING

__all__ = ["search"]

# So many postings are put in order at once, and so many characters of keys lie side by side.
_A_BUCKET, _A_BLOCK = 2_000_000, 4_000_000


def search(submitted: Any, tables: Tables) -> Any:
    """Return the matches of submissions as a DataFrame (``MATCHES``).

    ``submitted`` has the columns of ``SUBMITTED``; each submission has an id of its own. Matches of which
    no side is asked about may be among them.
    """
    whole = tables.write("compared", submitted.mapInArrow(compared, COMPARED))
    twins = tables.write("twins", twins_of(whole))
    tables.write("alone", without_twins(whole, twins))
    plan = _numbered(tables)
    found = tables.spark.createDataFrame([], MATCHES)
    if plan.submissions > 1 and plan.characters:
        pairs_ = _with_texts(_pairs(tables, plan), tables)
        found = tables.write("found", pairs_.mapInArrow(matches_of, MATCHES))
    return found.unionByName(of_twins(found, twins, whole)).unionByName(among(twins, whole))


def _numbered(tables: Tables) -> Plan:
    """Write the table of numbers in the order of units and that of keys; return how much there is."""
    from pyspark.sql import functions as f

    alone = tables.read("alone")
    number = _ranked(tables, "number", ("first", "then", "id"))
    time = _ranked(tables, "time", ("then", "id"))
    rows = alone.select("id", "unit", "about", "wanted", "characters").join(number, "id").join(time, "id")
    owners = rows.groupBy("unit").agg(f.min("number").alias("owner"))
    numbers = tables.write("numbers", rows.join(owners, "unit").drop("unit"))
    count, characters, units = numbers.agg(
        f.count("*"), f.sum("characters"), f.countDistinct("owner")
    ).first()
    keys = alone.select("id", "key").join(numbers.select("id", *NUMBERS), "id")
    tables.write("keys", keys.drop("id"))
    return _plan(count, characters or 0, units, tasks(tables.spark))


def _ranked(tables: Tables, name: str, columns: tuple[str, ...]) -> Any:
    """Return the rank of each id in an order; how many lie in each part is all that the driver is told."""
    from pyspark.sql import functions as f

    sorted_ = tables.read("alone").select(*columns).orderBy(*columns).select("id")
    placed_ = tables.write(f"placed-{name}", sorted_.mapInArrow(placed, PLACED))
    sizes = {row.part: row["count"] for row in placed_.groupBy("part").count().collect()}
    starts, start = [], 0
    for part in sorted(sizes):
        starts.append((part, start))
        start += sizes[part]
    offsets = tables.spark.createDataFrame(starts, "part int, start int")
    rows = placed_.join(f.broadcast(offsets), "part")
    return rows.select("id", (f.col("start") + f.col("at")).alias(name))


def _plan(submissions: int, characters: int, units: int, at_once: int) -> Plan:
    buckets = max(at_once, -(-characters // (SAMPLING * _A_BUCKET)))
    blocks = max(at_once, -(-characters // _A_BLOCK))
    return Plan(submissions, characters, units, buckets, max(-(-submissions // blocks), 1))


def _pairs(tables: Tables, plan: Plan) -> Any:
    """Return each pair that may share something with the places of shared shingles and anchors."""
    keys = tables.read("keys")
    postings = keys.mapInArrow(partial(postings_of, plan=plan), SCHEMA)
    tables.part(
        "linked", postings.groupBy("key").applyInArrow(lambda rows: linked(rows, plan), SCHEMA), by="kind"
    )
    _add_standard_texts(tables, plan)
    seeds = tables.kind("linked", SEEDS.kind)
    by_block = _by_block(keys, plan)
    tables.part(
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
    phrases = tables.kind("linked", PLACES.kind).groupBy("key").applyInArrow(phrases_of, PHRASES)
    for more in (_anchored(tables, plan), phrases):
        found = found.join(more, ["one", "other"], "full")
    return found


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
    seeds = rows.groupBy("key").applyInArrow(lambda rows: standard_texts_linked(rows, plan), SCHEMA)
    tables.add("linked", seeds, by="kind")


def _anchored(tables: Tables, plan: Plan) -> Any:
    """Return each pair that shares anchors with their places."""
    texts = (
        tables.read("alone").select("id", "text").join(tables.read("numbers").select("id", "number"), "id")
    )
    keyed = texts.drop("id").join(tables.read("keys"), "number")
    postings = keyed.mapInArrow(partial(anchor_postings, plan=plan), SCHEMA)
    seeds = postings.groupBy("key").applyInArrow(lambda rows: anchors_linked(rows, plan), SCHEMA)
    kept = seeds.groupBy("key").applyInArrow(lambda rows: anchored(rows, plan), SCHEMA)
    found = kept.groupBy("key").applyInArrow(pairs, PAIRS)
    return found.withColumnsRenamed({"left": "anchor_left", "right": "anchor_right"})


def _with_texts(found: Any, tables: Tables) -> Any:
    """Add to pairs what is known of both sides, and their texts."""
    numbers = tables.read("numbers").select("number", "id", "owner", "about")
    texts, told = tables.read("alone").select("id", "text"), tables.read("telling").drop("nothing")
    for side in ("one", "other"):
        found = found.join(_named(numbers, side), side)
        found = found.join(_named(told, side), side, "left").join(_named(texts, side, "id"), f"id_{side}")
    return found


def _named(table: Any, side: str, key: str = "number") -> Any:
    """Name the columns of a table for one side; its key is named as that of the pairs."""
    names = {name: f"{name}_{side}" for name in table.columns} | ({key: side} if key == "number" else {})
    return table.withColumnsRenamed(names)
