using System.Buffers.Text;
using System.Net;
using System.Text;

namespace Croisee.Bench.Load;

/// <summary>
/// A filled form, ready to be sent many times: what never changes is encoded once, hidden values (token, version) are
/// taken from each fresh page, and the typed field carries the number of the turn.
/// </summary>
public sealed class FormTemplate
{
    private enum Part { Fixed, Hidden, Turn }

    private readonly List<(Part Part, byte[] Bytes)> parts = [];
    private byte[] body = new byte[8 << 10];

    /// <param name="answers">What to send for a field: null for the page's own choice. A name that stands here also answers groups of radios, boxes and lists.</param>
    /// <param name="typedName">The field in which each turn types something new, or null.</param>
    /// <param name="typedPrefix">What stands before the number of the turn.</param>
    public FormTemplate(PageForm form, IReadOnlyDictionary<string, string> answers, string? typedName = null, string typedPrefix = "")
    {
        foreach (var group in form.Fields.GroupBy(f => f.Name))
        {
            if (group.Key == typedName)
            {
                Literal($"{group.Key}={WebUtility.UrlEncode(typedPrefix)}");
                parts.Add((Part.Turn, []));
            }
            else if (answers.TryGetValue(group.Key, out var given)) Literal($"{WebUtility.UrlEncode(group.Key)}={WebUtility.UrlEncode(given)}");
            else foreach (var field in Chosen([.. group])) Add(field);
        }
    }

    /// <param name="page">The page just read, from which hidden values come.</param>
    public ReadOnlySpan<byte> Compose(ReadOnlySpan<byte> page, long turn)
    {
        var length = 0;
        foreach (var (part, bytes) in parts)
        {
            if (part == Part.Turn)
            {
                Room(length + 20);
                Utf8Formatter.TryFormat(turn, body.AsSpan(length), out var digits);
                length += digits;
                continue;
            }
            if (length > 0) Append("&"u8, ref length);
            if (part == Part.Fixed) Append(bytes, ref length);
            else
            {
                Append(bytes, ref length);
                Append("="u8, ref length);
                AppendEncoded(HiddenField.Find(page, bytes), ref length);
            }
        }
        return body.AsSpan(0, length);
    }

    /// <summary>What a browser would send, and where it would send nothing, the first choice: forms here are meant to be accepted.</summary>
    private static IEnumerable<FormField> Chosen(List<FormField> group)
    {
        var choices = group.Where(f => f.Kind is "radio" or "checkbox" or "option").ToList();
        var others = group.Where(f => f.Kind is not ("radio" or "checkbox" or "option" or "submit" or "button" or "file"));
        if (choices.Count == 0) return others;
        var chosen = choices.Where(f => f.Chosen && f.Value.Length > 0).ToList();
        return (chosen.Count > 0 ? chosen : choices.Where(f => f.Value.Length > 0).Take(1)).Concat(others);
    }

    private void Add(FormField field)
    {
        // A "false" companion of a checkbox is a constant; other hidden values may change with each page.
        if (field.Kind == "hidden" && field.Value != "false") parts.Add((Part.Hidden, Encoding.UTF8.GetBytes(field.Name)));
        else Literal($"{WebUtility.UrlEncode(field.Name)}={WebUtility.UrlEncode(field.Value)}");
    }

    private void Literal(string text) => parts.Add((Part.Fixed, Encoding.UTF8.GetBytes(text)));

    private void Append(ReadOnlySpan<byte> bytes, ref int length)
    {
        Room(length + bytes.Length);
        bytes.CopyTo(body.AsSpan(length));
        length += bytes.Length;
    }

    private void AppendEncoded(ReadOnlySpan<byte> value, ref int length)
    {
        // A token is made of letters, digits, '-' and '_': it goes as it is. The rest is rare enough for strings.
        var plain = true;
        foreach (var b in value) plain &= char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_';
        if (plain) Append(value, ref length);
        else Append(Encoding.ASCII.GetBytes(WebUtility.UrlEncode(WebUtility.HtmlDecode(Encoding.UTF8.GetString(value)))), ref length);
    }

    private void Room(int needed)
    {
        if (needed > body.Length) Array.Resize(ref body, Math.Max(needed, body.Length * 2));
    }
}
