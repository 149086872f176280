package io.scupper.junit;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/**
 * Tells whether there is nothing in the body of a test method, which reflection does not say: it looks into the class file
 * for a method that only returns. It does not look at what an agent has made of the class.
 */
final class EmptyBody {

    private static final int RETURN = 0xB1;
    private static final int HEADER = 8;
    private static final int BEFORE_LENGTH = 4;

    private final DataInputStream in;
    private final String[] texts;

    private EmptyBody(DataInputStream in) throws IOException {
        this.in = in;
        in.skipNBytes(HEADER);
        this.texts = texts(in);
    }

    /** Looks; a class file that cannot be had or read is taken to have a body there. */
    static boolean in(Method method) {
        Class<?> owner = method.getDeclaringClass();
        String file = owner.getName().substring(owner.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream bytes = owner.getResourceAsStream(file)) {
            return bytes != null && new EmptyBody(new DataInputStream(bytes)).onlyReturns(method);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean onlyReturns(Method method) throws IOException {
        String descriptor = MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .toMethodDescriptorString();
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        for (int fields = in.readUnsignedShort(); fields > 0; fields--) {
            in.skipNBytes(6);
            skipAttributes();
        }
        for (int methods = in.readUnsignedShort(); methods > 0; methods--) {
            in.skipNBytes(2);
            String name = texts[in.readUnsignedShort()];
            String type = texts[in.readUnsignedShort()];
            if (method.getName().equals(name) && descriptor.equals(type)) {
                return codeOnlyReturns();
            }
            skipAttributes();
        }
        return false;
    }

    private boolean codeOnlyReturns() throws IOException {
        for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
            String name = texts[in.readUnsignedShort()];
            int length = in.readInt();
            if ("Code".equals(name)) {
                in.skipNBytes(BEFORE_LENGTH);
                return in.readInt() == 1 && in.readUnsignedByte() == RETURN;
            }
            in.skipNBytes(length);
        }
        return false;
    }

    private void skipAttributes() throws IOException {
        for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
            in.skipNBytes(2);
            in.skipNBytes(in.readInt());
        }
    }

    /** Returns the texts of the constant pool, each at its index; the sizes are those of JVMS 4.4. */
    private static String[] texts(DataInputStream in) throws IOException {
        var texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                default -> throw new IOException("constant of unknown kind " + tag);
            }
        }
        return texts;
    }
}
