using Croisee.Data;
using Croisee.Groups;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Deliberation;

[Audience(Audience.Member)]
public sealed class QuestionModel(AppDb db, TimeProvider clock, Visitor visitor, IEnumerable<ISubjectCard> cards) : DeliberationScreen(db, clock, visitor)
{
    public SubjectCard? Card { get; private set; }
    public Table Table => PanelTable.Of(Question);
    public Expectation Owed => Mine is null ? Expectation.Nothing : Question.From(Mine.Id, Now);
    public Recusal? Unrestored => Question.Step == Step.Closed ? null : Question.Panel.Unrestored;

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other) return other;
        Card = await cards.Of(Question);
        return null;
    }

    public void OnGet() { }

    /// <summary>One sentence: what is expected from whoever reads, now.</summary>
    public string Expected
    {
        get
        {
            if (Question.IsWithdrawn) return "Le sujet a été retiré. La question est close, sans décompte.";
            if (Question.Result is Result.Lapsed) return "La fin annoncée des travaux est venue avant la réponse. La question est close, sans décompte, et ce qui a été dit est effacé.";
            if (Question.IsDropped) return "La question est close sans suite\u00A0: rien n’est compté, rien n’est décidé. Elle peut être posée de nouveau.";
            if (Question.AwaitsReason) return "Le vote est clos. Le motif du groupe reste à écrire.";
            if (Question.ErasedAt is not null) return "La question a sa réponse. Les avis, les échanges et les votes sont effacés, comme annoncé.";
            if (Question.Step == Step.Closed) return "La question a sa réponse.";
            if (Owed == Expectation.Opinion) return "Votre avis est attendu.";
            if (Owed == Expectation.Ballot) return "Votre vote est attendu.";
            if (Sits)
                return Question.Step switch
                {
                    Step.Opinions => "Votre avis est donné. Merci. Les échanges s’ouvriront ensuite.",
                    Step.Discussion => "Vous pouvez lire les avis et répondre.",
                    _ => "Votre vote est enregistré. Vous pouvez le changer jusqu’à la clôture.",
                };
            return Question.Seats.FirstOrDefault(s => s.SeatId == Mine?.Id)?.Standing switch
            {
                Standing.Left => "Votre siège avait quitté cette question pendant votre absence\u00A0: vous n’y votez pas.",
                Standing.Recused => "Un lien est déclaré entre vous et le sujet : vous ne prenez pas part à cette question.",
                Standing.SetAside => "Vous vous êtes retiré de cette question pour que les deux côtés pèsent pareil.",
                _ when IsKeptAway && !Conducts => "Un lien est déclaré entre vous et le sujet : vous ne prenez pas part à cette question. Quelqu’un d’autre la conduit.",
                _ when Mine?.Role is SeatRole.Alternate => "Vous êtes en suppléance\u00A0: vous votez si un membre de votre collège se retire.",
                _ => Conducts ? "Vous accompagnez cette question." : "La question a été posée avant votre arrivée : vous n’y votez pas.",
            };
        }
    }
}
