using Croisee.Data;
using Croisee.Groups;
using Croisee.Jobs;
using Croisee.Journal;

namespace Croisee.Deliberation;

/// <summary>
/// Deliberation owns questions put to a group: opinions blind until given, discussion, ballots and the chain that holds them, rules of decision, recusals, outcomes.
/// It must never know what a question is about, show a ballot before the vote is closed, nor turn a choice into a score.
/// </summary>
public static class Room
{
    public static void Open(IServiceCollection services)
    {
        services.AddSingleton(ActWords.Told);
        services.AddScoped<CastBallot>();
        services.AddScoped<MoveOn>();
        services.AddSingleton<LinkSeal>();
        services.AddSingleton<ISaveGuard>(s => s.GetRequiredService<LinkSeal>());
        services.AddSingleton<ReadUrn>();
        services.AddScoped<TellPanel>();
        services.AddScoped<EraseWords>();
        services.AddSingleton(new EraseAgain(Acts.WordsErased, nameof(Remark), EraseWords.Again));
        services.AddSingleton(new AfterScript(ChainOlderVotes.Script, ChainOlderVotes.Run));
        services.AddScoped<CloseBallots>();
        services.AddScoped<GroupQuestions>();
        services.AddScoped<AskedAgain>();
        services.AddScoped<RemindVoices>();
        services.AddScoped<IGroupInHand, QuestionsInHand>();
        services.Hears<People.AccountClosed, NamesOfPerson>();
        services.AddSingleton(new GroupPart("/Deliberation/_GroupQuestions.cshtml"));
        services.Every(TimeSpan.FromDays(1), RemindVoices.Job, (s, stop) => s.GetRequiredService<RemindVoices>().Run(stop));
        services.Every(TimeSpan.FromMinutes(1), CloseBallots.Job, (s, stop) => s.GetRequiredService<CloseBallots>().Run(stop));
    }
}
