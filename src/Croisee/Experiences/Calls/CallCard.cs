namespace Croisee.Experiences.Calls;

/// <summary>A call in a list: enough to know whether it is for me, and until when. For <c>_CallCard.cshtml</c>.</summary>
public sealed record CallCard(string Slug, string Title, string? EasyTitle, string Organisation, string Lead, CallPhase Phase, DateOnly OpensOn, DateOnly ClosesOn, int Contexts, CallTally Tally)
{
    const int LeadMax = 220;

    public static CallCard Of(Call call, CallTally? tally, DateTime now) =>
        new(call.Slug, call.Title, call.EasyTitle, call.Organisation.Name, Beginning(call.Blocks.Why.Text), call.Phase(now), call.OpensOn, call.ClosesOn, call.Contexts.Count, tally ?? CallTally.None);

    /// <summary>The first paragraph, cut at a word: a card invites, it does not tell all.</summary>
    static string Beginning(string text)
    {
        var paragraph = text.Trim().Split('\n', 2)[0].Replace("**", "").Trim();
        if (paragraph.Length <= LeadMax) return paragraph;
        var space = paragraph.LastIndexOf(' ', LeadMax);
        return paragraph[..(space > 0 ? space : LeadMax)] + "…";
    }
}
