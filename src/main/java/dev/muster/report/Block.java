package dev.muster.report;

import java.util.List;

/// A piece of a page, in the chosen language, not yet in a format.
sealed interface Block {

    record Title(String text) implements Block {}

    record Heading(String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /// Something that must not be overlooked.
    record Notice(String text) implements Block {}

    record Table(List<String> head, List<Row> rows) implements Block {

        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    record Row(Sign.Colour colour, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    record Bullets(List<String> items) implements Block {

        public Bullets {
            items = List.copyOf(items);
        }
    }

    /// What a program printed.
    record Printed(List<String> lines) implements Block {

        public Printed {
            lines = List.copyOf(lines);
        }
    }
}
