package io.scupper.agent.library;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Tells the version of the jar that a class comes from: as Maven has written it into the jar, or by the jar's name, or by its
 * manifest. Looks into that jar alone, for a search by the class loader would open every jar of the class path.
 */
final class JarVersion {

    private static final String UNKNOWN = "unknown";
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    final String version;
    final String name;

    private JarVersion(String version, String name) {
        this.version = version;
        this.name = name;
    }

    /**
     * Reads it.
     *
     * @param coordinates group and artifact, parted by a colon; anything else for what no artifact brings
     */
    static JarVersion of(Class<?> type, String coordinates) {
        String path = type.getName().replace('.', '/') + ".class";
        ClassLoader loader = type.getClassLoader();
        URL url = loader == null ? ClassLoader.getSystemResource(path) : loader.getResource(path);
        if (loader == null || (url != null && url.getProtocol().equals("jrt"))) {
            return new JarVersion(System.getProperty("java.version", UNKNOWN), "Java");
        }
        if (url == null || !url.toString().endsWith(path)) {
            return new JarVersion(UNKNOWN, UNKNOWN);
        }
        String root = url.toString().substring(0, url.toString().length() - path.length());
        String name = name(root);
        return new JarVersion(version(url, root, name, coordinates), name);
    }

    private static String version(URL url, String root, String name, String coordinates) {
        String[] parts = coordinates.split(":");
        if (parts.length == 2) {
            String written = ofMaven(url, root + "META-INF/maven/" + parts[0] + "/" + parts[1] + "/pom.properties");
            if (written != null) {
                return written;
            }
            if (name.startsWith(parts[1] + "-") && name.endsWith(".jar")) {
                return name.substring(parts[1].length() + 1, name.length() - ".jar".length());
            }
        }
        String declared = ofManifest(url, root + MANIFEST);
        return declared == null ? UNKNOWN : declared;
    }

    private static @Nullable String ofMaven(URL base, String file) {
        try (InputStream in = open(base, file)) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String ofManifest(URL base, String file) {
        try (InputStream in = open(base, file)) {
            Attributes declared = new Manifest(in).getMainAttributes();
            String version = declared.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            return version == null ? declared.getValue("Bundle-Version") : version;
        } catch (IOException e) {
            return null;
        }
    }

    /** The class's own address is the context, so that a jar within a jar is opened by whoever knows how. */
    private static InputStream open(URL base, String file) throws IOException {
        URLConnection connection = new URL(base, file).openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    /** Returns the last part of an address such as {@code jar:file:/app/lib/HikariCP-7.1.0.jar!/}. */
    private static String name(String root) {
        String address = root.endsWith("!/") ? root.substring(0, root.length() - 2) : root;
        address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
