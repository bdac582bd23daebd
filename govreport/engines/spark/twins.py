"""Many submissions of one text: the earliest is compared, and what is found of it told of all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from govreport.engines.spark.comparing import MATCHES
from govreport.engines.spark.submitting import about, submission_from
from govreport.engines.stored import restored, stored
from govreport.model import Match, Submission
from govreport.reuse.across.texts import Text
from govreport.reuse.across.twins import FEW, of_twin, whole_match

__all__ = ["among", "of_twins", "twins_of", "without_twins"]


def twins_of(compared: Any) -> Any:
    """Return the submissions of a text that many have, with ``first_id``, ``first_about``, ``any_asked``.

    The earliest is among them.
    """
    from pyspark.sql import functions as f

    earliest = f.min(f.struct("then", "id", "about")).alias("earliest")
    groups = compared.filter(f.length("text") > 0).groupBy("sha256")
    groups = groups.agg(f.count("*").alias("many"), earliest, f.max("asked").alias("any_asked"))
    firsts = [f.col(f"earliest.{name}").alias(f"first_{name}") for name in ("id", "about")]
    groups = groups.filter(f.col("many") > FEW).select("sha256", "any_asked", *firsts)
    return compared.select("sha256", "then", "id", "about", "asked").join(groups, "sha256")


def without_twins(compared: Any, twins: Any) -> Any:
    """Return what is compared, with ``wanted``: of a text that many have only the earliest."""
    from pyspark.sql import functions as f

    known = twins.select("id", "first_id", "any_asked")
    rows = compared.join(known, "id", "left").filter("first_id is null or first_id = id")
    return rows.withColumn("wanted", f.coalesce("any_asked", "asked")).drop("first_id", "any_asked")


def of_twins(matches: Any, twins: Any, compared: Any) -> Any:
    """Return the matches of all twins but the earliest with others; ``matches`` are those of the earliest."""
    from pyspark.sql import functions as f

    others = twins.filter("id != first_id").select("first_about", f.col("about").alias("twin"))
    texts = compared.select("about", "text")
    found: Any = None
    for side, name in enumerate(("earlier", "later")):
        rows = matches.join(others, matches[name] == others["first_about"]).drop("first_about")
        for text in ("earlier", "later"):
            own = texts.withColumnsRenamed({"about": text, "text": f"text_{text}"})
            rows = rows.join(own, text)
        rows = rows.withColumn("side", f.lit(side))
        found = rows if found is None else found.unionByName(rows)
    return found.mapInArrow(_of_twins, MATCHES)


def among(twins: Any, compared: Any) -> Any:
    """Return the matches of each twin with the earliest and with the one before it."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    in_time = Window.partitionBy("sha256").orderBy("then", "id")
    rows = twins.withColumn("before", f.lag("about").over(in_time)).filter("id != first_id")
    rows = rows.select("first_id", "first_about", "before", "about")
    texts = compared.select(f.col("id").alias("first_id"), "text")
    return rows.join(texts, "first_id").mapInArrow(_among, MATCHES)


def _of_twins(batches: Iterable[Any]) -> Iterator[Any]:
    for batch in batches:
        yield _rows(_of_twin(row) for row in batch.to_pylist())


def _of_twin(row: dict[str, Any]) -> tuple[Submission, Submission, Match]:
    sides = [submission_from(row[name], row[f"text_{name}"]) for name in ("earlier", "later")]
    side = row["side"]
    twin = submission_from(row["twin"], row[f"text_{('earlier', 'later')[side]}"])
    match = of_twin(restored(Match, json.loads(row["found"])), side, twin, sides[1 - side])
    known = {one.id: one for one in (*sides, twin)}
    earlier, later = (known[id] for id in match.documents)
    return earlier, later, match


def _among(batches: Iterable[Any]) -> Iterator[Any]:
    for batch in batches:
        yield _rows(found for row in batch.to_pylist() for found in _with_others(row))


def _with_others(row: dict[str, Any]) -> Iterator[tuple[Submission, Submission, Match]]:
    one = submission_from(row["about"], row["text"])
    for known in dict.fromkeys((row["first_about"], row["before"])):
        other = submission_from(known, row["text"])
        yield other, one, whole_match(Text(other), Text(one))


def _rows(found: Iterable[tuple[Submission, Submission, Match]]) -> Any:
    import pyarrow as pa

    rows = [(about(one), about(other), json.dumps(stored(Match, match))) for one, other, match in found]
    columns = list(zip(*rows, strict=True)) if rows else [()] * 3
    arrays = [pa.array(column, pa.string()) for column in columns]
    return pa.RecordBatch.from_arrays(arrays, names=["earlier", "later", "found"])
