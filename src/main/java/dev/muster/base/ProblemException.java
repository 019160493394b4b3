package dev.muster.base;

import java.util.List;

/// Problems on their way to a person: always all of them, never only the first.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ProblemException(List<Problem> problems) {
        super(
                problems.isEmpty()
                        ? "no problem"
                        : problems.getFirst().what().key().id());
        this.problems = List.copyOf(problems);
        if (problems.isEmpty()) {
            throw new IllegalStateException("a ProblemException needs a problem");
        }
    }

    public ProblemException(Problem problem) {
        this(List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }
}
