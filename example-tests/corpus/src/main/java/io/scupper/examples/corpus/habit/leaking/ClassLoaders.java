package io.scupper.examples.corpus.habit.leaking;

import io.scupper.examples.corpus.habit.Habit;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A plug-in per request, loaded by a class loader of its own. One instance that stays registered keeps the loader, its
 * class and its metadata.
 */
public final class ClassLoaders implements Habit {

    private final List<Object> plugins = new ArrayList<>();
    private final byte[] plugin = bytesOf(Plugin.class);

    @Override
    public Taken take(long operation) throws ReflectiveOperationException {
        Object loaded =
                new PluginLoader(plugin).loaded().getDeclaredConstructor().newInstance();
        plugins.add(loaded);
        return () -> plugins.remove(loaded);
    }

    private static byte[] bytesOf(Class<?> type) {
        try (InputStream in =
                type.getResourceAsStream(type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class")) {
            return java.util.Objects.requireNonNull(in, "the class file").readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The class file of " + type + " cannot be read.", e);
        }
    }

    /** What is loaded again and again. */
    public static final class Plugin {}

    private static final class PluginLoader extends ClassLoader {

        private final byte[] plugin;

        PluginLoader(byte[] plugin) {
            super(ClassLoaders.class.getClassLoader());
            this.plugin = plugin;
        }

        Class<?> loaded() {
            return defineClass(Plugin.class.getName(), plugin, 0, plugin.length);
        }
    }
}
