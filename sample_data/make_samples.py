#!/usr/bin/env python3
"""Make the sample exports. Every person in them is invented.

What they answered stands in `cohort_1` and `cohort_2`; `answers` shares it out among people, and
`exports` writes it as six survey tools do. See README.md beside this file.

Run it to write the files again: ``.venv/bin/python sample_data/make_samples.py``.
"""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from sample_data import cohort_1, cohort_2  # noqa: E402
from sample_data.answers import Form, fill_in  # noqa: E402
from sample_data.exports import EXPORTS  # noqa: E402

FORMS = (*cohort_1.FORMS, *cohort_2.FORMS)


def main() -> None:
    """Write every file."""
    for form in FORMS:
        for name, content in files_of(form).items():
            (HERE / name).write_bytes(content)
            print(name)


def files_of(form: Form) -> dict[str, bytes]:
    """Make the export of one form: its files, by name; the second is the key of the first."""
    made = EXPORTS[form.tool](fill_in(form))
    return {
        f"{form.name}.{end}" if "." not in end else f"{form.name}-{end}": content
        for end, content in made.items()
    }


if __name__ == "__main__":
    main()
