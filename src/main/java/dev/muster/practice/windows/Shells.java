package dev.muster.practice.windows;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The shells of one host, until they are deleted or nobody has used them for long.
final class Shells {

    private final Quotas quotas;
    private final Map<String, Shell> open = new ConcurrentHashMap<>();

    Shells(Quotas quotas) {
        this.quotas = quotas;
    }

    /// @return empty: there are as many as one user may have
    synchronized Optional<Shell> add(Shell shell) {
        removeIdle();
        if (open.size() >= quotas.shells()) {
            return Optional.empty();
        }
        open.put(shell.id(), shell);
        return Optional.of(shell);
    }

    Optional<Shell> find(String id) {
        removeIdle();
        var shell = Optional.ofNullable(open.get(id));
        shell.ifPresent(Shell::touch);
        return shell;
    }

    boolean isFull() {
        return open.values().stream().mapToInt(Shell::operations).sum() >= quotas.operations();
    }

    boolean remove(String id) {
        var shell = open.remove(id);
        if (shell == null) {
            return false;
        }
        shell.terminate();
        return true;
    }

    int count() {
        return open.size();
    }

    private void removeIdle() {
        open.values().stream().filter(Shell::isIdle).map(Shell::id).toList().forEach(this::remove);
    }

    void close() {
        open.keySet().forEach(this::remove);
    }
}
