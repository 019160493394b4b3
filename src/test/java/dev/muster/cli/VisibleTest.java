package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VisibleTest {

    @Test
    void colours_and_titles_of_a_host_never_reach_the_terminal() {
        assertThat(Visible.of("\u001b[31mred\u001b[0m \u001b]0;title\u0007text \u001bPq#\u001b\\end"))
                .isEqualTo("red text end");
    }

    @Test
    void what_moves_the_cursor_or_turns_the_text_round_is_shown_as_a_sign() {
        assertThat(Visible.of("a\rb\u0008c\u202ed\u009bK")).isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffdK");
    }

    @Test
    void ordinary_text_of_any_language_is_left_alone() {
        assertThat(Visible.of("等待节点注册\tdone – ok")).isEqualTo("等待节点注册\tdone – ok");
    }

    @Test
    void a_sequence_that_was_cut_off_takes_nothing_along() {
        assertThat(Visible.of("text \u001b[3")).doesNotContain("\u001b");
    }
}
