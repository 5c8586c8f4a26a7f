using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

public static class PassageQueries
{
    /// <summary>When it last came to the call's team: sent, sent again once completed, or opened again after a refusal. What is promised counts from there.</summary>
    public static Task<DateTime?> LastSending(this IQueryable<Passage> passages, Guid experience) =>
        passages.Where(p => p.ExperienceId == experience && p.To == ExperienceState.Submitted).MaxAsync(p => (DateTime?)p.At);
}
