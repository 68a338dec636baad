"""The pipeline that a run's configuration asks for."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from vnreport.batch.config import BatchConfig

if TYPE_CHECKING:
    from spacy.language import Language


def pipeline_for(config: BatchConfig) -> Language:
    """The pipeline of the configuration, kept in this process. Raises ModelFileError where a model cannot be used."""
    from vnreport.pipeline.build import default_pipeline

    if config.confidence is None and not config.rules_only:
        return default_pipeline()
    return _load(config.confidence, config.confidence_digest(), rules_only=config.rules_only)


@lru_cache(maxsize=1)
def _load(confidence: str | None, digest: str | None, *, rules_only: bool) -> Language:
    """A pipeline with other models; `digest` tells files of one name apart."""
    from vnreport.pipeline.build import load

    return load(confidence=confidence, rules_only=rules_only)


def settled(config: BatchConfig) -> BatchConfig:
    """The configuration as every process of a run can use it, wherever it was started.

    Raises ModelFileError for a confidence model that cannot be used, before any document is looked at.
    """
    if config.confidence is None:
        return config
    from vnreport.components.confidence import read_confidence_model

    read_confidence_model(config.confidence)
    return replace(config, confidence=str(Path(config.confidence).absolute()))
