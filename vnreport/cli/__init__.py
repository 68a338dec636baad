"""The `vnreport` command: the only place that prints. One module holds the commands of one kind of work."""

from __future__ import annotations

import typer

from vnreport.cli import batches, documents, scores, tables

app = typer.Typer(
    help="Indicator records from Vietnamese government reports and press releases.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


for _command in (
    documents.extract,
    batches.batch,
    tables.query,
    tables.series,
    documents.explain,
    documents.schema,
    documents.text,
    scores.evaluate,
    scores.calibrate,
):
    app.command()(_command)


def main() -> None:
    """The entry point of the `vnreport` command."""
    app()
