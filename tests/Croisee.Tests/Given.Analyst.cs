using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Surveys.SafeRoom;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Tests;

public sealed partial class Given
{
    /// <summary>The framework's own words, outside any request.</summary>
    public static Croisee.Framework.Labels PlainLabels => new(new Croisee.Words.Localizer(new Microsoft.AspNetCore.Http.HttpContextAccessor()));

    /// <summary>Somebody declared for three months, the engagement accepted unless told otherwise; inside the room when a session is named.</summary>
    public async Task<Analyst> AnAnalyst(GivenSurvey given, Person person, Person by, bool pledged = true, DateOnly? until = null, Guid? inSession = null) => await place.Db(async db =>
    {
        var analyst = new Analyst(given.Survey, await db.Persons.SingleAsync(p => p.Id == person.Id), by.Id, "Étudier l’effet de l’aide à répondre.", until ?? place.Clock.ParisToday().AddMonths(3), Now);
        if (pledged) analyst.Pledge(Now);
        db.Analysts.Add(analyst);
        if (inSession is { } session) db.RoomLines.Add(RoomLine.Enter(analyst, session, "Lire le tableau.", Now));
        db.Record(Now, Actor.System, Croisee.Surveys.Acts.AnalystDeclared, analyst);
        await db.SaveChangesAsync();
        return analyst;
    });
}
