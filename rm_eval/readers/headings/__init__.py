"""Ways to write a question and its options in headings that several survey tools share."""
