using Croisee.Library.Paper;
using Croisee.Ui.Paper;
using Croisee.Words;

namespace Croisee.Library.Collections;

/// <summary>A collection on paper: cover, table of contents with page numbers, each sheet on a new page, credits.</summary>
sealed class BookletPaper(string title, string? introduction, string? organisation, string address, DateTime at, IReadOnlyList<BookletSheet> sheets, string origin)
{
    public byte[] Make(FontSet fonts)
    {
        // The table of contents comes before what it counts: a first round finds the pages, a second writes them.
        var first = Write(fonts, null);
        return Write(fonts, first).Write();
    }

    PaperDocument Write(FontSet fonts, PaperDocument? counted)
    {
        var flow = new PaperFlow(new PaperDocument(new(title, organisation ?? "Croisée", "Dossier du répertoire Croisée", Sheet.Licence, at), fonts));
        Cover(flow);
        Contents(flow, counted);
        foreach (var sheet in sheets.Where(s => s.View is not null)) One(flow, sheet);
        Credits(flow);
        flow.Feet($"{(title.Length > 70 ? title[..70] + "…" : title)}. {address}");
        return flow.Document;
    }

    void Cover(PaperFlow flow)
    {
        flow.Space(150);
        flow.Paragraph("Dossier d’expériences", PaperStyle.Small);
        flow.Heading(1, title, PaperStyle.Title);
        if (organisation is not null) flow.Paragraph(organisation, PaperStyle.Lead);
        PaperMarkdown.Write(flow, introduction, origin, PaperStyle.Lead);
        flow.Paragraph($"Mis à jour le {at.DayInWords()}.", PaperStyle.Small);
    }

    void Contents(PaperFlow flow, PaperDocument? counted)
    {
        flow.NewPage();
        flow.Heading(2, "Sommaire", PaperStyle.Part);
        var table = flow.Under.Add("TOC");
        foreach (var sheet in sheets.Where(s => s.View is not null)) flow.Entry(table, sheet.Line.Title, sheet.Line.Reference, counted?.PageOf(sheet.Line.Reference) ?? 0);
        flow.Entry(table, "Crédits", "credits", counted?.PageOf("credits") ?? 0);
        foreach (var sheet in sheets) if (sheet.Line.WithdrawnAt is { } gone) flow.Paragraph($"« {sheet.Line.Title} » : cette fiche a été retirée par {(sheet.Line.TakenDown ? "l’organisme" : "ses auteurs")} le {gone.DayInWords()}.", PaperStyle.Small);
    }

    void One(PaperFlow flow, BookletSheet sheet)
    {
        flow.NewPage();
        new SheetPaper(flow, sheet.View!, sheet.Citation!, origin, level: 2, note: sheet.Line.Note).Write();
    }

    void Credits(PaperFlow flow)
    {
        flow.NewPage();
        flow.Heading(2, "Crédits", PaperStyle.Part, "credits");
        flow.Paragraph([new("Ce dossier : "), new(address, Href: address), new(organisation is null ? "." : $". Publié par {organisation}.")]);
        flow.Paragraph([new("Chaque fiche appartient à ses auteurs, qui la partagent sous "), new(Sheet.Licence, Href: Sheet.LicenceAddress), new(" : vous pouvez la réutiliser en disant d’où elle vient. Une fiche peut changer ou être retirée après l’impression : son adresse dit toujours ce qu’elle est devenue.")]);
        flow.Bullets(sheets.Where(s => s.Citation is not null).Select(s => (IReadOnlyList<PaperSpan>)[new(s.Citation!.OnPaper())]));
        flow.Paragraph("Caractères : Atkinson Hyperlegible Next (Braille Institute) et DejaVu Sans.", PaperStyle.Small);
    }
}
