package dev.muster.cli;

import java.lang.reflect.InvocationTargetException;
import picocli.CommandLine;

/// Makes the commands, each with the terms it works on.
record Factory(Terms terms) implements CommandLine.IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (var constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Terms.class) {
                try {
                    return type.cast(constructor.newInstance(terms));
                } catch (InvocationTargetException e) {
                    throw new IllegalStateException("command " + type.getSimpleName(), e.getCause());
                }
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
