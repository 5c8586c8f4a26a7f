using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.FollowUp;

/// <summary>A slot of the follow-up page: a higher room says what the authors may do there. The partial's model is the experience.</summary>
public sealed record FollowPart(string PartialPath);

/// <summary>With a code and no account: the state in plain words, the whole way it took, who did what and why, and what one may do now.</summary>
[Audience(Audience.Author)]
public sealed class FollowModel(AppDb db, AuthorCookie cookie, TimeProvider clock, IEnumerable<FollowPart> parts) : AuthorScreen(db, cookie, clock)
{
    public IEnumerable<FollowPart> Parts => parts;

    public sealed record Act(string Label, string Path);

    public IReadOnlyList<ThreadStep> Way { get; private set; } = [];
    public string? Why { get; private set; }
    public int Messages { get; private set; }
    public Voices Voices { get; private set; } = new(false, false);

    public Act? Todo => Experience.State switch
    {
        ExperienceState.Draft => new("Continuer à écrire", $"/deposer/fiche/{Reference}"),
        ExperienceState.ToComplete => new("Compléter et renvoyer", $"/deposer/fiche/{Reference}"),
        ExperienceState.ApprovalAsked => new("Relire la page et dire si vous êtes d’accord", $"/suivre/fiche/{Reference}/accord"),
        ExperienceState.Published => new("Voir la page publiée", $"/experiences/{Reference}"),
        _ => null,
    };

    /// <summary>While the texts can be changed: at once, or by opening the published page again.</summary>
    public bool MayGoFurther => Experience.IsOpenToAuthors || Experience.State is ExperienceState.Published;

    /// <summary>Where the steps are reached from, when they are not open yet.</summary>
    public string? Instead => Experience.IsOpenToAuthors ? null : $"/suivre/fiche/{Reference}/correction";

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Passages).Include(e => e.Steps);

    protected override async Task<IActionResult?> Ready()
    {
        var passages = Experience.Passages.OrderBy(p => p.At).ToList();
        Way = [new(ThreadMark.Word, "Vous avez commencé à écrire", Experience.CreatedAt.DayInWords()), .. passages.Select(p => new ThreadStep(MarkOf(p.To), Sentence(p), $"{p.By}, {p.At.DayInWords()}{(p.Why is { Length: > 0 } why && p.To is not (ExperienceState.Inadmissible or ExperienceState.ToComplete) ? " : " + why : "")}"))];
        Why = passages.LastOrDefault() is { To: ExperienceState.Inadmissible or ExperienceState.ToComplete or ExperienceState.Withdrawn or ExperienceState.NotSelected or ExperienceState.Archived } last ? last.Why : null;
        Messages = await Db.Messages.CountAsync(m => m.ExperienceId == Experience.Id);
        Voices = Voices.Of(Experience.Authors, Experience.Steps.Fingerprint());
        return null;
    }

    public void OnGet() { }

    static ThreadMark MarkOf(ExperienceState state) => state switch
    {
        ExperienceState.Submitted or ExperienceState.ToComplete => ThreadMark.Word,
        ExperienceState.Published => ThreadMark.Effect,
        ExperienceState.InReading or ExperienceState.ApprovalAsked => ThreadMark.None,
        _ => ThreadMark.Decision,
    };

    static string Sentence(Passage passage) => passage.To switch
    {
        ExperienceState.Submitted when passage is { By: Passage.Team, From: not ExperienceState.Draft } => "L’équipe de l’appel la vérifie de nouveau",
        ExperienceState.Submitted => "Vous l’avez envoyée",
        ExperienceState.ToComplete => "Une précision vous a été demandée",
        ExperienceState.Admissible => "Elle correspond à l’appel",
        ExperienceState.Inadmissible => "Elle ne correspond pas à cet appel",
        ExperienceState.InReading => "Un binôme la lit",
        ExperienceState.Analysed => "Le binôme a fini sa lecture",
        ExperienceState.Remarkable => "Le groupe l’a retenue comme remarquable",
        ExperienceState.NotSelected => "Le groupe ne l’a pas retenue comme remarquable",
        ExperienceState.ApprovalAsked => "La page vous est proposée",
        ExperienceState.Published => "Elle est publiée",
        ExperienceState.Withdrawn => "Elle est retirée",
        ExperienceState.Archived when passage.By == Passage.Authors => "Vous avez choisi de ne pas publier",
        ExperienceState.Archived when passage.By == Passage.Team => "Sa page a été retirée du répertoire",
        ExperienceState.Archived => "Elle est archivée",
        _ => "Brouillon",
    };
}
