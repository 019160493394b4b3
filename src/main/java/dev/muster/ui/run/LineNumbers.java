package dev.muster.ui.run;

import javafx.collections.ObservableListBase;

/// The numbers of a log's lines, as a list that holds none of them: a million lines cost what one costs.
final class LineNumbers extends ObservableListBase<Integer> {

    private int size;

    @Override
    public Integer get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
        return index;
    }

    @Override
    public int size() {
        return size;
    }

    void grow(int newSize) {
        if (newSize <= size) {
            return;
        }
        beginChange();
        nextAdd(size, newSize);
        size = newSize;
        endChange();
    }

    /// Another log.
    void reset() {
        beginChange();
        nextRemove(0, java.util.stream.IntStream.range(0, size).boxed().toList());
        size = 0;
        endChange();
    }
}
