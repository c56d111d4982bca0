"""The names and citations of an article of many citations, as the tag stage gives them."""

from pipeline.config import Settings
from pipeline.tag import run
from tests.tei.articles import CITED

CITATIONS = run(CITED, Settings(spacy_model=""))
