using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Tests;

public sealed partial class Given
{
    /// <summary>A call with everything written, public since today, for two months unless told otherwise.</summary>
    public async Task<Call> AnOpenCall(Organisation? organisation = null, string title = "Démarches participatives en santé", DateOnly? opensOn = null, DateOnly? closesOn = null) =>
        await ACall(organisation, title, opensOn, closesOn, published: true);

    /// <summary>The same, not public yet.</summary>
    public async Task<Call> ACallBeingWritten(Organisation? organisation = null, string title = "Démarches participatives en santé", DateOnly? opensOn = null, DateOnly? closesOn = null) =>
        await ACall(organisation, title, opensOn, closesOn, published: false);

    async Task<Call> ACall(Organisation? organisation, string title, DateOnly? opensOn, DateOnly? closesOn, bool published)
    {
        organisation ??= await AnOrganisation("Haute autorité fictive de l’engagement", kind: OrganisationKind.NationalBody);
        return await place.Db(async db =>
        {
            var call = new Call(await db.Organisations.SingleAsync(o => o.Id == organisation.Id), title, Now);
            var today = place.Clock.ParisToday();
            call.Write(SomeBlocks);
            call.Ask(["CTX2_ACCOMPAGNEMENT", "CTX3_SOINS", "CTX5_FORMATION"], ["ORG_ASSO_USAGERS", "ORG_STRUCT_PRO", "ORG_PERSONNE"]);
            call.Schedule(opensOn ?? today, closesOn ?? today.AddMonths(2));
            call.Inform(SomeNotice(call.ClosesOn.AddYears(1)), Now);
            if (published) call.Publish(Now);
            db.Calls.Add(call);
            db.Record(Now, Actor.System, Croisee.Experiences.Acts.CallCreated, call, null, organisation.Id);
            await db.SaveChangesAsync();
            return call;
        });
    }

    public static CallBlocks SomeBlocks => new()
    {
        Why = new("Vous avez construit quelque chose à plusieurs. Racontez aussi ce qui n’a pas marché.", "Vous avez fait quelque chose ensemble.\nRacontez-le."),
        Goal = new("Faire connaître des démarches participatives.", "Nous cherchons des histoires."),
        Who = new("Toute personne ou organisation engagée dans une démarche collective.", "Vous pouvez répondre seul ou à plusieurs."),
        Use = new("Un groupe à parts égales lit chaque expérience. Certaines sont publiées.", "Un groupe lit votre histoire."),
        Contact = new("Écrivez à appel@example.org.", "Écrivez à appel@example.org."),
    };

    static CallNotice SomeNotice(DateOnly workEnds) => new("l’écriture de la recommandation", workEnds, "dpo@example.org");
}
