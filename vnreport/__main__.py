"""`python -m vnreport`: the same as the `vnreport` command."""

from vnreport.cli import main

if __name__ == "__main__":
    main()
