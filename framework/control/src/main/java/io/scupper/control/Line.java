package io.scupper.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One line of the control channel: a keyword and its fields. Immutable. */
public final class Line {

    private final List<String> fields;

    private Line(List<String> fields) {
        this.fields = fields;
    }

    /** Makes a line of a keyword and fields; each field is written as its {@code toString}. */
    public static Line of(String keyword, Object... fields) {
        var all = new ArrayList<String>(fields.length + 1);
        all.add(keyword);
        for (Object field : fields) {
            all.add(Objects.toString(field));
        }
        return new Line(List.copyOf(all));
    }

    /** Reads what {@link #encode} wrote. */
    public static Line decode(String text) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\\' && i + 1 < text.length()) {
                field.append(unescape(text.charAt(++i)));
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return new Line(List.copyOf(fields));
    }

    /** Returns the first field, which says what the line is. */
    public String keyword() {
        return fields.get(0);
    }

    /** Returns all fields after the keyword. */
    public List<String> texts() {
        return fields.subList(1, fields.size());
    }

    /** Returns the number of fields after the keyword. */
    public int size() {
        return fields.size() - 1;
    }

    /**
     * Returns a field.
     *
     * @param index from 0, the first field after the keyword
     * @throws IllegalArgumentException if the line has fewer fields
     */
    public String text(int index) {
        if (index >= size()) {
            throw new IllegalArgumentException("Line '" + keyword() + "' has " + size() + " fields, field " + index
                    + " was asked for; runner and agent are of different versions?");
        }
        return fields.get(index + 1);
    }

    /** Returns a field as a whole number. */
    public long number(int index) {
        return Long.parseLong(text(index));
    }

    /** Returns this line as text without line breaks: fields parted by tabs, tabs and breaks escaped. */
    public String encode() {
        var text = new StringBuilder();
        encodeTo(text);
        return text.toString();
    }

    void encodeTo(StringBuilder text) {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                text.append('\t');
            }
            escape(fields.get(i), text);
        }
    }

    private static void escape(String field, StringBuilder text) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            switch (c) {
                case '\t':
                    text.append("\\t");
                    break;
                case '\n':
                    text.append("\\n");
                    break;
                case '\r':
                    text.append("\\r");
                    break;
                case '\\':
                    text.append("\\\\");
                    break;
                default:
                    text.append(c);
            }
        }
    }

    private static char unescape(char c) {
        switch (c) {
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            default:
                return c;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Line && ((Line) other).fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return encode();
    }
}
