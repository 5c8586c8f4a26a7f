using Croisee.Experiences.Answers;

namespace Croisee.Experiences;

/// <summary>An answer that nobody has to give: what it brings to whoever reads, and the step where it is written.</summary>
/// <param name="Code">Its name in the library and in addresses: once given, it does not change.</param>
public sealed record OptionalAnswer(string Code, string Part, string Step, string Label, string Why, bool IsGiven);

/// <summary>
/// How much of what may be told is told: the public answers that the field dictionary leaves free (1.4), by landmark. A route to go further,
/// never a grade: a short experience is as welcome as a long one.
/// </summary>
public sealed class Completeness
{
    /// <summary>From this share on, a sheet is found under « fiches complètes ».</summary>
    public const double Full = 0.8;

    Completeness(IReadOnlyList<OptionalAnswer> answers) => Answers = answers;

    public IReadOnlyList<OptionalAnswer> Answers { get; }
    public int Given => Answers.Count(a => a.IsGiven);
    public double Share => (double)Given / Answers.Count;
    public bool IsFull => Share >= Full;
    public IEnumerable<OptionalAnswer> Missing => Answers.Where(a => !a.IsGiven);
    public IEnumerable<(string Part, int Given, int Of)> Parts => Answers.GroupBy(a => a.Part).Select(p => (p.Key, p.Count(a => a.IsGiven), p.Count()));

    /// <summary>All of them, as of a sheet that gives none.</summary>
    public static IReadOnlyList<OptionalAnswer> All { get; } = Of(new Account()).Answers;

    public static Completeness Of(Account a) => new([
        New("resume-facile", "L’essentiel", "essentiel", "Le résumé facile à lire", "Il ouvre votre expérience à des personnes qui lisent avec difficulté.", a.Essentials.EasySummary),
        New("territoire", "Où et quand", "structure", "L’échelle du territoire", "Un quartier et une région ne s’y prennent pas pareil.", a.Structure.Territory),
        New("etat", "Où et quand", "cadre", "Où en est l’action", "On sait si elle vit encore.", a.Setting.ActionState),
        New("invitation", "Public concerné", "participants", "Comment les personnes ont été invitées", "C’est ce que les équipes demandent en premier.", a.Participants.Recruitment),
        New("acces", "Public concerné", "participants", "Pour que chacun puisse participer", "Vos moyens peuvent servir à d’autres.", a.Participants.InclusiveMeans),
        New("beneficiaires", "Public concerné", "participants", "Qui en profite aussi", "On voit jusqu’où va l’action.", a.Participants.Beneficiaries),
        New("parcours", "Parcours", "deroulement", "Le champ ou les étapes du parcours", "On retrouve l’expérience depuis un moment de la vie : l’accueil, le soin, la sortie…", [.. a.Course.PathwayFields, .. a.Course.Pathways]),
        New("formes", "Activités", "deroulement", "Les formes d’engagement", "Elles placent l’expérience dans le cadre.", a.Course.Registers),
        New("etapes", "Activités", "deroulement", "Les grandes étapes", "Une autre équipe peut suivre le même chemin.", a.Course.Milestones),
        New("degre-promis", "Degré de participation", "participation", "Le degré promis au départ", "Il dit ce qui avait été annoncé aux personnes.", a.Participation.Promised),
        New("degre-vecu-personnes", "Degré de participation", "participation", "Le degré vécu par les personnes", "Leur avis compte autant que celui de l’équipe.", a.Participation.LivedByPersons),
        New("degre-vecu-professionnels", "Degré de participation", "participation", "Le degré vécu par les professionnels", "Les deux regards se répondent.", a.Participation.LivedByProfessionals),
        New("degre-par-etape", "Degré de participation", "participation", "Le degré étape par étape", "On peut décider ensemble au début, et être consulté ensuite.", [.. a.Participation.ByStage.Values.Where(v => !string.IsNullOrEmpty(v))]),
        New("decisions", "Effets", "effets", "Ce qui a changé grâce à la participation", "Une parole, une décision, un effet : c’est la preuve la plus parlante.", a.Changes.Decisions),
        New("freins", "Effets", "effets", "Les freins", "Dire ce qui a été difficile aide plus que de dire que tout va bien.", a.Changes.Brakes, a.Changes.BrakesText),
        New("leviers", "Effets", "effets", "Les leviers", "C’est ce que les autres reprendront.", a.Changes.Levers, a.Changes.LeversText),
        New("cadre", "Moyens", "moyens", "Le cadre commun écrit", "On sait si les règles étaient dites avant de commencer.", a.Means.Charter),
        New("moyens", "Moyens", "moyens", "Les moyens humains et matériels", "Une équipe peut préparer sa demande.", a.Means.Resources),
        New("budget", "Moyens", "moyens", "Le budget", "Même une tranche aide à se décider.", a.Means.Budget),
        New("partenaires", "Moyens", "moyens", "Les partenaires", "On voit avec qui s’allier.", a.Means.Partners),
        New("enseignements", "Ce que l’on en retient", "bilan", "Ce que vous referiez, ce que vous éviteriez", "C’est là que l’on apprend le plus.", a.Lessons.Learned),
        New("conseil", "Ce que l’on en retient", "bilan", "Un conseil à d’autres", "Une phrase peut suffire.", a.Lessons.Advice),
        New("ailleurs", "Ce que l’on en retient", "bilan", "Pour faire pareil ailleurs", "On sait ce qu’il faut réunir.", a.Lessons.Elsewhere),
    ]);

    static OptionalAnswer New(string code, string part, string step, string label, string why, string? said) => new(code, part, step, label, why, !string.IsNullOrWhiteSpace(said));
    static OptionalAnswer New<T>(string code, string part, string step, string label, string why, List<T> said, string? orTold = null) => new(code, part, step, label, why, said.Count > 0 || !string.IsNullOrWhiteSpace(orTold));
}
