"""What an article says of a figure's time, place, unit and meaning, held against the site's."""
