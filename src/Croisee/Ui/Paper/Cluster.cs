using System.Globalization;
using System.Text;

namespace Croisee.Ui.Paper;

/// <summary>Words of one look inside a paragraph. <paramref name="Href"/>: a web address, or # and the name of a place in the document.</summary>
public sealed record PaperSpan(string Text, bool Bold = false, string? Href = null);

/// <summary>What one reads as one sign, with its glyphs. <paramref name="Width"/> in thousandths of the size.</summary>
/// <param name="Actual">The text itself, when its glyphs do not spell it.</param>
sealed record Cluster(string Text, FontFace Face, ushort[] Glyphs, int Width, PaperSpan Span, string? Actual = null)
{
    /// <summary>Its rank in the line as it is read.</summary>
    public int Place { get; init; }
    public string Said => Actual ?? Text;
    public bool IsSpace => Text == " ";
    public bool IsLineEnd => Text == "\n";
    public bool MayBreakAfter => IsSpace || Text is "-" or "–" or "/" or "…" or "\u200b";

    public static List<Cluster> Of(IEnumerable<PaperSpan> spans, FontSet fonts, bool bold = false)
    {
        var found = new List<Cluster>();
        foreach (var span in spans)
        {
            var signs = StringInfo.GetTextElementEnumerator(ArabicForms.Shape(Whole(span.Text)));
            while (signs.MoveNext()) if (One(signs.GetTextElement(), span, fonts, bold || span.Bold) is { } cluster) found.Add(cluster);
        }
        return found;
    }

    /// <summary>One form for each letter and its accent; halves of characters, which no font has, are shown as such.</summary>
    static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes()) whole.Append(rune.Value == '\t' ? " " : rune.ToString());
        return whole.ToString().Normalize();
    }

    static Cluster? One(string text, PaperSpan span, FontSet fonts, bool bold)
    {
        // Drawn as a blank, so that the words on both sides stay two when they are copied or read aloud.
        if (text == "\n") return new(text, fonts.Regular, [fonts.Regular.Glyph(' ')], 0, span);
        var runes = text.EnumerateRunes().Where(IsSeen).Select(r => r.Value).ToList();
        if (runes.Count == 0) return null;
        var own = bold ? fonts.Bold : fonts.Regular;
        foreach (var face in new[] { own, fonts.Wide })
        {
            var glyphs = runes.Select(r => Glyph(face, r)).ToArray();
            if (glyphs.All(g => g != 0)) return new(text, face, glyphs, glyphs.Sum(g => face.Width(g)), span, ArabicForms.Plain(text));
        }
        // No face here has it (an emoji, a rare script): an empty square is seen, the text itself is read aloud and copied.
        var (square, holder) = fonts.Wide.Glyph(0x25A1) is var s && s != 0 ? (s, fonts.Wide) : (own.Glyph('?'), own);
        return new(text, holder, [square], holder.Width(square), span, text);
    }

    /// <summary>Neither commands nor marks of direction, nor what only tells how the sign before is drawn.</summary>
    static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse)
        && rune.Value is not (>= 0xFE00 and <= 0xFE0F) and not (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Narrow and unbreakable blanks and hyphens that a face lacks are drawn by the ones it has.</summary>
    static ushort Glyph(FontFace face, int rune) => face.Glyph(rune) is var glyph && glyph != 0 ? glyph : rune switch
    {
        0x202F or 0x2007 or 0x2008 or 0x2009 or 0x200A or 0x00A0 or 0x3000 => face.Glyph(' '),
        0x2010 or 0x2011 => face.Glyph('-'),
        _ => (ushort)0,
    };
}
