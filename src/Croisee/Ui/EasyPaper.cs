using Croisee.Words;

namespace Croisee.Ui;

/// <summary>
/// An easy-read text cut into A4 pages before it is printed, so that each can say « Page 1 sur 2 » and be right. Heights are reckoned a little
/// too high, whatever face the reader has: a page that is not full is better than a number that lies. The measures are those of readability.css.
/// </summary>
public static class EasyPaper
{
    /// <summary>In millimetres: what one page holds, its title line, an idea of one line with its picture, each further line, the closing block with the QR code.</summary>
    const double Page = 265, TitleLine = 10, State = 18, Idea = 14.8, TextLine = 8.6, Close = 34, Foot = 8;
    const double TextWidth = 154, TextSize = 5.65, TitleWidth = 178, TitleSize = 7.8;

    /// <param name="pictured">The pictures that people chose themselves (<see cref="ChosenPictures"/>).</param>
    public static EasyLayout Of(string title, string? text, IEnumerable<string>? pictured = null)
    {
        var lines = EasyCut.Lines(text).SelectMany(EasyCut.Sentences).ToList();
        var pictures = Pictograms.Beside(lines, pictured);
        var pages = new List<List<EasyIdea>> { new() };
        var left = Page - Foot - State - Lines(title, TitleSize, TitleWidth) * TitleLine;
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
        {
            var height = Math.Max(Idea, Lines(line, TextSize, TextWidth) * TextLine + 2);
            if (left - height < (i == lines.Count - 1 ? Close : 0) && pages[^1].Count > 0) { pages.Add([]); left = Page - Foot; }
            left -= height;
            pages[^1].Add(new(line, pictures[i] is { } picture ? [picture] : []));
        }
        return new([.. pages.Select((p, i) => new EasyPage(p, EasyLayout.FootOf(i + 1, pages.Count)))]);
    }

    /// <summary>A short text is set larger: five ideas of two lines still fit.</summary>
    public static bool IsShort(EasyLayout laid) => laid.Pages.Count == 1 && laid.Ideas.Count() <= 5 && laid.Ideas.All(i => i.Text.Length <= 60);

    /// <summary>How many lines the words take, wide letters counted as wide.</summary>
    static int Lines(string text, double size, double width) => Math.Max(1, (int)Math.Ceiling(text.Sum(c => Wide(c) * size) / (width * 0.94)));

    static double Wide(char c) => c switch
    {
        >= '\u1100' => 1,
        'i' or 'l' or 'j' or 't' or 'f' or 'r' or ' ' or '.' or ',' or '\'' or '’' or 'I' or ':' or '!' => 0.36,
        'm' or 'w' or 'M' or 'W' or 'œ' => 0.92,
        _ => char.IsUpper(c) ? 0.72 : 0.58,
    };
}
