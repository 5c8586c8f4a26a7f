using Croisee.Ui.Paper;

namespace Croisee.Library.EasyRead;

/// <summary>The easy-read page as a tagged PDF: the same words, pictures and state as on the screen. Its pages are counted by what is really drawn.</summary>
static class OnePagePaper
{
    const double QrSide = 64;

    public static byte[] Make(EasyPageScreen page, FontSet fonts, PaperPictures pictures)
    {
        var about = new PaperAbout($"{page.Sheet.Title} : facile à lire", page.Told.PublishedBy, $"Fiche {page.Reference} du répertoire Croisée, version {page.Sheet.Number}", Sheet.Licence, page.Sheet.UpdatedAt);
        var flow = new PaperFlow(new PaperDocument(about, fonts));
        flow.Heading(1, page.Sheet.Title, PaperStyle.Title, page.Reference);
        flow.Paragraph([.. page.Easy.IsMarked ? new[] { new PaperSpan("Facile à lire et à comprendre. ", Bold: true) } : [], new(page.Easy.InWords())], PaperStyle.Plain);
        foreach (var idea in page.Laid.Ideas) flow.Idea(idea.Text, idea.Pictures.Count > 0 ? pictures.Find(idea.Pictures[0]) : null);
        flow.QrCode(page.Address, QrSide);
        flow.Paragraph([new("Pour tout lire : ", Bold: true), new(page.Address, Href: page.Address)], PaperStyle.Plain);
        flow.Paragraph($"Texte du {page.Day}. {(page.News is { } news ? news + " " : "")}{EasyPageScreen.Credits}", PaperStyle.Plain);
        flow.Feet("Croisée, répertoire des expériences", PaperStyle.Plain);
        return flow.Document.Write();
    }
}
