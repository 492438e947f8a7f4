"""Words as search finds them: cut by matching's own rules, with their stems where a language is known."""

from ingest.search.found import found, parts
from ingest.search.snippet import Snippet, snippet
from ingest.search.stems import stemmed, stems
from ingest.search.words import is_plain, spaced, word_places

__all__ = ["Snippet", "found", "is_plain", "parts", "snippet", "spaced", "stemmed", "stems", "word_places"]
