from io import BytesIO

from PIL import Image

from rm_eval.report.png_words import with_words


def a_png() -> bytes:
    out = BytesIO()
    Image.new("RGB", (3, 2), "red").save(out, "png")
    return out.getvalue()


def test_words_can_be_read_back_and_the_picture_is_the_same():
    words = {"Title": "Nine of 11 mentors", "Description": "caf\u00e9 \u201cA & B\u201d \u2026"}
    read = Image.open(BytesIO(with_words(a_png(), words)))
    read.load()
    assert {key: str(text) for key, text in read.text.items()} == words
    assert read.size == (3, 2)
    assert read.getpixel((0, 0)) == (255, 0, 0)


def test_an_empty_text_is_left_out():
    assert with_words(a_png(), {"Title": ""}) == a_png()
