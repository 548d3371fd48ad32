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
    void theWidestColumnsAreCutToFit() {
        Table table = new Table("id", "name", "comment");
        table.row("7", "x".repeat(10), "€😀" + "y".repeat(30));

        assertThat(table.lines(24))
                .containsExactly("id  name       comment", "--  ---------  ---------", "7   xxxxxxxx…  €😀yyyyyy…");
        assertThat(table.lines(48)).isEqualTo(table.lines());
        assertThat(table.lines(1)).containsExactly("id  na…  co…", "--  ---  ---", "7   xx…  €😀…");
    }

    @Test
    void paragraphsBreakAtBlanks() {
        String word = "x".repeat(60);

        assertThat(WordWrap.lines("first ", "  ", word + " " + word + " y"))
                .containsExactly("first " + word, "  " + word + " y");
        assertThat(WordWrap.lines("", "", "")).containsExactly("");
    }
}
