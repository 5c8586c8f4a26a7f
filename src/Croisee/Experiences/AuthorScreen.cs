using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

/// <summary>A page for the authors of one experience. Whoever holds no code of it is asked for one, whether the experience exists or not (S01).</summary>
[HoldsCode]
public abstract class AuthorScreen(AppDb db, AuthorCookie cookie, TimeProvider clock) : Screen
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";

    public Experience Experience { get; private set; } = null!;
    public Author Me { get; private set; } = null!;
    protected AppDb Db => db;
    protected AuthorCookie Cookie => cookie;
    protected DateTime Now => clock.UtcNow();
    protected Actor Actor => Actor.Author(Me.Id);

    /// <summary>What the page needs beside the experience and its call.</summary>
    protected virtual IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences;

    /// <summary>The experience with its call and its authors, if one of <paramref name="mine"/> writes it, and which of them does.</summary>
    protected virtual async Task<(Experience, Author)?> Find(IReadOnlyList<Guid> mine)
    {
        var found = await Include(db.Experiences.Include(e => e.Call).ThenInclude(c => c.Organisation).Include(e => e.Authors).AsSplitQuery())
            .Where(e => e.Reference == Reference && e.Authors.Any(a => mine.Contains(a.Id) && a.EndedAt == null)).SingleOrDefaultAsync();
        // Two people on one device: whoever typed their code last is here now, and signs as themselves.
        return found is null ? null : (found, mine.Select(id => found.Authors.FirstOrDefault(a => a.Id == id && a.EndedAt is null)).OfType<Author>().First());
    }

    protected virtual Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(null);

    public override async Task<IActionResult?> Prepare()
    {
        if (await FindMine() is not var (experience, me)) return AskForCode(Request);
        (Experience, Me) = (experience, me);
        return await Ready();
    }

    /// <summary>A browser that was opened with a code that is no longer good holds nothing of that author, and may hold another of the same experience.</summary>
    async Task<(Experience, Author)?> FindMine()
    {
        var mine = cookie.Read(Request);
        while (mine.Count > 0 && await Find(mine) is var (experience, me))
        {
            if (cookie.Opens(Request, me)) return (experience, me);
            mine = [.. mine.Where(id => id != me.Id)];
        }
        return null;
    }

    /// <summary>A code of this experience that this browser has just been shown, and whose it is. A page that shows it beside what a visitor typed is not compressed (BREACH).</summary>
    protected (Author Author, string Code)? ShownCode()
    {
        if (HttpContext.Features.Get<IHttpsCompressionFeature>() is { } compression) compression.Mode = HttpsCompressionMode.DoNotCompress;
        return cookie.Shown(Request) is { } shown && Experience.Authors.FirstOrDefault(a => a.Id == shown.Author && a.CodeHash == SpokenCode.Hash(SpokenCode.Read(shown.Code)!)) is { } author ? (author, shown.Code) : null;
    }

    internal static IActionResult AskForCode(HttpRequest request) => HttpMethods.IsPost(request.Method) ? new KeptFormResult("/suivre", "Ouvrez votre fiche avec votre code (nouvel onglet)") : Redirect("/suivre");

    /// <summary>Whose call it answers.</summary>
    protected virtual Guid OrganisationId => Experience.Call.OrganisationId;

    protected void Record(string act, string? reason = null) => db.Record(Now, Actor, act, Experience, reason, OrganisationId);
}
