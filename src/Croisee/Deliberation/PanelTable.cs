using Croisee.Groups;

namespace Croisee.Deliberation;

/// <summary>The panel face to face: who has spoken, who has left and why the other side lost a seat too.</summary>
public static class PanelTable
{
    public static Table Of(Deliberation question)
    {
        var voting = question.Step >= Step.Ballot;
        bool Done(PanelSeat seat) => voting ? question.StandingOf(seat.SeatId) is not null : question.Opinions.Any(o => o.SeatId == seat.SeatId);
        return new([.. question.Panel.Colleges.Select(college =>
        {
            var seats = question.Seats.Where(s => s.College == college).ToList();
            return new TableSide(college, [.. seats.Select(s => new DrawnSeat(StateOf(s, Done(s)), s.Label))], Words(seats, seats.Count(s => s.Sits && Done(s)), voting));
        })], voting ? "a voté" : "a donné son avis");
    }

    static DrawnState StateOf(PanelSeat seat, bool done) => seat.Standing switch
    {
        Standing.Recused or Standing.Left => DrawnState.Recused,
        Standing.SetAside => DrawnState.SetAside,
        _ => done ? DrawnState.Done : DrawnState.Filled,
    };

    /// <summary>« 6 sièges, 5 ont voté, 1 en retrait », « …, 1 a quitté le groupe » and « …, 1 retiré pour rétablir l’égalité ».</summary>
    static string Words(IReadOnlyCollection<PanelSeat> seats, int done, bool voting)
    {
        int recused = seats.Count(s => s.Standing == Standing.Recused), aside = seats.Count(s => s.Standing == Standing.SetAside), left = seats.Count(s => s.Standing == Standing.Left);
        return Table.Seats(seats.Count)
            + (voting ? $", {done} {(done > 1 ? "ont" : "a")} voté" : $", {done} avis donné{(done > 1 ? "s" : "")}")
            + (recused > 0 ? $", {recused} en retrait" : "")
            + (left > 0 ? $", {left} {(left > 1 ? "ont" : "a")} quitté le groupe" : "")
            + (aside > 0 ? $", {aside} retiré{(aside > 1 ? "s" : "")} pour rétablir l’égalité" : "");
    }
}
