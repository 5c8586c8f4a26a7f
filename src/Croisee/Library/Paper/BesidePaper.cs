using Croisee.Ui.Paper;
using Croisee.Words;

namespace Croisee.Library.Paper;

/// <summary>What is published beside a sheet, after its own text, in the words of its page.</summary>
sealed class BesidePaper(PaperFlow flow, ToldBeside beside, string origin, int level)
{
    public void Write()
    {
        Links();
        Words();
    }

    void Links()
    {
        if (beside.Links.Count == 0) return;
        flow.Heading(level, "D’où elle vient, avec quoi elle se fait", PaperStyle.Section);
        foreach (var (label, ends) in beside.LinksByLabel)
            flow.Paragraph([new(label + " : ", Bold: true), .. ends.SelectMany((end, i) => (PaperSpan[])[new(i == 0 ? "" : " ; "), new(end.Title, Href: origin + end.Href)])]);
    }

    void Words()
    {
        if (beside.Words.Count == 0) return;
        flow.Heading(level, "Questions et échos", PaperStyle.Section);
        foreach (var word in beside.Questions)
        {
            flow.Heading(level + 1, $"Une question, {word.At.DayInWords()}", PaperStyle.Topic);
            flow.Paragraph(word.Text);
            if (word.Answer is not { } answer) { flow.Paragraph("Les auteurs n’ont pas encore répondu.", PaperStyle.Small); continue; }
            flow.Paragraph([new($"La réponse des auteurs, {word.AnsweredAt!.Value.DayInWords()}", Bold: true)]);
            PaperMarkdown.Write(flow, answer, origin, PaperStyle.Text);
        }
        if (beside.DoneToo is not { Count: > 0 } others) return;
        flow.Heading(level + 1, others.Count == 1 ? "Une équipe l’a fait aussi" : $"{others.Count} équipes l’ont fait aussi", PaperStyle.Topic);
        foreach (var word in others)
        {
            flow.Paragraph(word.Place is { } place ? [new(place + " : ", Bold: true), new(word.Text)] : [new(word.Text)]);
            if (word.Answer is not { } answer) continue;
            flow.Paragraph([new("Les auteurs répondent :", Bold: true)]);
            PaperMarkdown.Write(flow, answer, origin, PaperStyle.Text);
        }
    }
}
