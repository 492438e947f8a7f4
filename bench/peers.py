"""Near-duplicate pairs as other libraries find them: word 3-shingles, 128 permutations, Jaccard .7.

Each takes texts and returns pairs of their numbers, the smaller first. Each is used as its documentation
shows, in the fastest way that it offers for pairs; what it reports is neither filtered nor verified.
"""

from __future__ import annotations

import struct
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

THRESHOLD = 0.7
PERMUTATIONS = 128
Pairs = set[tuple[int, int]]


def shingles(text: str) -> list[str]:
    words = text.lower().split()
    return [" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))]


def ordered(number: int, others: Iterable[int]) -> Iterable[tuple[int, int]]:
    return ((min(number, other), max(number, other)) for other in others if other != number)


def copydesk(texts: Sequence[str]) -> Pairs:
    from ingest.fingerprint.pairs import similar

    return set(map(tuple, similar(texts, THRESHOLD).pairs.tolist()))


def datasketch(texts: Sequence[str]) -> Pairs:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    pairs: Pairs = set()
    sets = ({shingle.encode() for shingle in shingles(text)} for text in texts)
    for number, minhash in enumerate(MinHash.bulk(sets, num_perm=PERMUTATIONS)):
        pairs.update(ordered(number, index.query(minhash)))
        index.insert(number, minhash)
    return pairs


def rensa(texts: Sequence[str]) -> Pairs:
    from rensa import RMinHash, RMinHashLSH

    signatures = RMinHash.from_token_sets([shingles(text) for text in texts], num_perm=PERMUTATIONS, seed=1)
    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=16)
    index.insert_many(signatures)
    return {
        pair
        for number, others in enumerate(index.query_all(signatures))
        for pair in ordered(number, others)
        if signatures[pair[0]].jaccard(signatures[pair[1]]) >= THRESHOLD
    }


def gaoya(texts: Sequence[str]) -> Pairs:
    index = _gaoya_index(texts)
    return {pair for number, text in enumerate(texts) for pair in ordered(number, index.query(text))}


def gaoya_insert_only(texts: Sequence[str]) -> Pairs:
    """Half of the work: the index is filled and never asked."""
    _gaoya_index(texts)
    return set()


def _gaoya_index(texts: Sequence[str]):  # type: ignore[no-untyped-def]
    from gaoya.minhash import MinHashStringIndex

    index = MinHashStringIndex(32, THRESHOLD, None, None, PERMUTATIONS, "word", True, (3, 3), "vec")
    for number, text in enumerate(texts):
        index.insert_document(number, text)
    return index


def polars(texts: Sequence[str]) -> Pairs:
    """MinHash written in polars expressions, 16 bands of 8, estimated Jaccard."""
    import polars as pl

    words = (
        pl.LazyFrame({"text": texts})
        .with_row_index("number")
        .select("number", word=pl.col("text").str.to_lowercase().str.split(" "))
        .explode("word")
    )
    hashes = words.select(
        "number",
        hash=pl.concat_str(
            "word", *(pl.col("word").shift(-by).over("number") for by in (1, 2)), separator=" "
        )
        .hash(1)
        .cast(pl.UInt64),
    ).drop_nulls()
    numbers = range(1, PERMUTATIONS + 1)
    least = [
        (pl.col("hash") * (0x9E3779B97F4A7C15 * (2 * n + 1) % 2**64) + n).min().alias(f"m{n}")
        for n in numbers
    ]
    signed = hashes.group_by("number").agg(least).collect(engine="streaming")
    bands = [
        signed.select(
            "number", band=pl.lit(band), key=pl.struct(f"m{8 * band + row}" for row in range(1, 9)).hash()
        )
        for band in range(16)
    ]
    keys = pl.concat(bands)
    met = (
        keys.join(keys, on=["band", "key"])
        .filter(pl.col("number") < pl.col("number_right"))
        .select("number", "number_right")
        .unique()
    )
    both = met.join(signed, on="number").join(
        signed.rename({"number": "number_right"}), on="number_right", suffix="_right"
    )
    equal = pl.sum_horizontal(pl.col(f"m{n}") == pl.col(f"m{n}_right") for n in numbers) / PERMUTATIONS
    return set(both.filter(equal >= THRESHOLD).select("number", "number_right").rows())


def datatrove(texts: Sequence[str]) -> Pairs:
    """Its signature and bucket steps, words split at spaces; files in a temporary folder."""
    from datatrove.data import Document
    from datatrove.pipeline.dedup import minhash

    # It would load a large language model to find words.
    minhash.load_word_tokenizer = lambda language: _Splitter()
    minhash.logger.disable("datatrove")
    # Its default hash function does not work with the present xxhash.
    config = minhash.MinhashConfig(3, 16, 8, hash_config=minhash.HashConfig(hash_fc="sha1"))
    documents = (Document(text=text, id=str(number)) for number, text in enumerate(texts))
    pairs: Pairs = set()
    with tempfile.TemporaryDirectory() as folder:
        minhash.MinhashDedupSignature(f"{folder}/signatures", config).run(documents)
        for bucket in range(config.num_buckets):
            step = minhash.MinhashDedupBuckets(f"{folder}/signatures", f"{folder}/pairs", config=config)
            step.run(None, bucket, config.num_buckets)
        for path in Path(folder, "pairs").rglob("*.dups"):
            for _, a, _, b in struct.iter_unpack("<4I", path.read_bytes()):
                pairs.update(ordered(a, [b]))
    return pairs


class _Splitter:
    def word_tokenize(self, text: str) -> list[str]:
        return text.split()


PEERS: dict[str, tuple[str, Callable[[Sequence[str]], Pairs]]] = {
    "copydesk": ("numba", copydesk),
    "gaoya": ("gaoya", gaoya),
    "gaoya, insert only": ("gaoya", gaoya_insert_only),
    "rensa": ("rensa", rensa),
    "polars": ("polars", polars),
    "datasketch bulk + LSH": ("datasketch", datasketch),
    "datatrove, split at spaces": ("datatrove", datatrove),
}
