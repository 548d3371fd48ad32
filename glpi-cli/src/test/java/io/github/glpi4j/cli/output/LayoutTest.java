package io.github.glpi4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How text is laid out. */
class LayoutTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table("a", "bb");
        table.row("€uro", "x");

        assertThat(table.lines()).containsExactly("a     bb", "----  --", "€uro  x");
    }

    @Test
    void paragraphsBreakAtBlanks() {
        String word = "x".repeat(60);

        assertThat(WordWrap.lines("first ", "  ", word + " " + word + " y"))
                .containsExactly("first " + word, "  " + word + " y");
        assertThat(WordWrap.lines("", "", "")).containsExactly("");
    }
}
