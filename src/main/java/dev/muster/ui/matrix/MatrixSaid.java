package dev.muster.ui.matrix;

import dev.muster.assess.Answer;
import dev.muster.assess.IsolationCell;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Words;
import java.util.stream.Collectors;

/// What a cell of the matrix says in words.
final class MatrixSaid {

    private MatrixSaid() {}

    static String title(IsolationCell cell, Words words) {
        return words.of(
                MatrixWords.CELL,
                cell.image().name(),
                String.valueOf(cell.image().build()),
                cell.host().title(),
                String.valueOf(cell.host().build()));
    }

    static String process(IsolationCell cell, Words words) {
        return words.of(
                switch (cell.process()) {
                    case YES -> MatrixWords.PROCESS_YES;
                    case NO -> MatrixWords.PROCESS_NO;
                    case UNKNOWN -> MatrixWords.PROCESS_UNKNOWN;
                });
    }

    static String hyperv(IsolationCell cell, Words words) {
        return words.of(
                switch (cell.hyperv()) {
                    case YES -> MatrixWords.HYPERV_YES;
                    case NO -> MatrixWords.HYPERV_NO;
                    case UNKNOWN -> MatrixWords.HYPERV_UNKNOWN;
                });
    }

    /// Of a kind of isolation; that of Hyper-V is never green, since no pod is started by it.
    static Sign sign(Answer answer, boolean hyperv) {
        return switch (answer) {
            case YES -> hyperv ? Sign.WARNS : Sign.FITS;
            case NO -> Sign.STOPS;
            case UNKNOWN -> Sign.UNKNOWN;
        };
    }

    static String conditions(IsolationCell cell, Words words) {
        return cell.conditions().stream().map(words::of).collect(Collectors.joining("; "));
    }

    /// All of it, for somebody who listens, and for whoever points at the cell.
    static String spoken(IsolationCell cell, Words words) {
        return words.of(
                MatrixWords.SPOKEN,
                title(cell, words),
                process(cell, words),
                hyperv(cell, words),
                cell.conditions().isEmpty() ? "" : words.of(MatrixWords.CONDITION, conditions(cell, words)) + " ",
                cell.source());
    }
}
