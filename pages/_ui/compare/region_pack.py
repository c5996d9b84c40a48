"""The region's pictures, numbers and a page to print, in one zip."""

import streamlit as st

from pages._ui import packing, resources
from pages._ui import show as shown
from pages._ui.packing import Made, Progress
from rm_eval import compare
from rm_eval.charts import Drawing
from rm_eval.compare import ForWhom, Region
from rm_eval.report import Size, pictures_missing, region_files, zipped

WHAT = "What to put in"
GLANCE, EVERYTHING = "The region at a glance", "Every question as well (this takes a few minutes)"
INSIDE = (
    "In one zip: every picture with its words and numbers, all numbers in one Excel file, one page "
    "to print, and a list of contents that names the files it was made from."
)


def offer(region: Region, whom: ForWhom) -> None:
    """Choose how much and how large, prepare, download."""
    st.header("Take it with you", anchor=False)
    st.markdown(INSIDE)
    how_much = st.radio(WHAT, (GLANCE, EVERYTHING))
    size = packing.choose_size()
    shown.say_how_to_save()

    def make(progress: Progress) -> Made:
        asked = resources.asked_in(whom)
        charts = (*compare.how_far_in_pages(region), *compare.at_a_glance(region, asked))
        if how_much == EVERYTHING:
            charts += compare.one_by_one(region, asked)
        return _make(region, charts, size, progress)

    made_of = ("region", *resources.region_key(whom), how_much, size)
    about = compare.about_region(region, {})
    packing.offer_zip(made_of, make, ready="The region’s pack is ready.", name=f"{about.name}.zip")


def _make(region: Region, charts: tuple[Drawing, ...], size: Size, progress: Progress) -> Made:
    about = compare.about_region(region, {"Pictures": packing.SIZES[size]})
    files = region_files(
        charts,
        about,
        size=size,
        tables=compare.tables_of_region(region),
        closing=compare.closing_of_region(region),
        progress=progress,
    )
    content = zipped(files, about)
    return Made(content, tuple(one.headline for one in pictures_missing(content, charts)))
