namespace Croisee.Experiences.Calls;

/// <summary>A call in a list: enough to know whether it is for me, and until when. For <c>_CallCard.cshtml</c>.</summary>
public sealed record CallCard(string Slug, string Title, string? EasyTitle, string Organisation, string Lead, string? EasyLead, CallPhase Phase, DateOnly OpensOn, DateOnly ClosesOn, int Contexts, CallTally Tally)
{
    const int LeadMax = 220;

    public static CallCard Of(Call call, CallTally? tally, DateTime now) =>
        new(call.Slug, call.Title, call.EasyTitle, call.Organisation.Name, Beginning(call.Blocks.Why.Text), call.Blocks.Why.Easy is { Length: > 0 } easy ? easy : null, call.Phase(now), call.OpensOn, call.ClosesOn, call.Contexts.Count, tally ?? CallTally.None);

    /// <summary>The first paragraph, as many whole sentences as a card holds, else cut at a word: a card invites, it does not tell all.</summary>
    public static string Beginning(string text)
    {
        var paragraph = text.Trim().Split('\n', 2)[0].Replace("**", "").Trim();
        if (paragraph.Length <= LeadMax) return paragraph;
        var sentence = paragraph.LastIndexOfAny(['.', '?', '!'], LeadMax);
        if (sentence > LeadMax / 3) return paragraph[..(sentence + 1)];
        var space = paragraph.LastIndexOf(' ', LeadMax);
        return paragraph[..(space > 0 ? space : LeadMax)] + "…";
    }
}
