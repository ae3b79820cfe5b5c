//! Several commands in one message.

use crate::shorthand::check;

#[rustfmt::skip] // one message a line
const MESSAGES: &[(&str, &str)] = &[
    ("add apples, pears and plums to the grocery list", "add 'Apples' #grocery ; add 'Pears' #grocery ; add 'Plums' #grocery"),
    ("I need to call the dentist, pay the rent and buy milk", "add 'Call the dentist' ; add 'Pay the rent' ; add 'Buy milk'"),
    ("buy milk, eggs and call the bank", "add 'Buy milk, eggs' ; add 'Call the bank'"),
    ("buy milk and call mum", "add 'Buy milk' ; add 'Call mum'"),
    ("pick up the kids at 4 and cook dinner", "add 'Pick up the kids' 2026-11-22 16:00 ; add 'Cook dinner'"),
    ("remind me to call mum and remind me to call dad", "add 'Call mum' ; add 'Call dad'"),
    ("add a task to buy milk and another to call Jo", "add 'Buy milk' ; add 'Call Jo'"),
    ("add tasks: buy milk, call mum, pay rent", "add 'Buy milk' ; add 'Call mum' ; add 'Pay rent'"),
    ("add these tasks: buy milk, call mum and pay rent", "add 'Buy milk' ; add 'Call mum' ; add 'Pay rent'"),
    ("add the following: sweep, mop, dust", "add 'Sweep' ; add 'Mop' ; add 'Dust'"),
    ("Tasks: buy milk, call mum", "add 'Buy milk' ; add 'Call mum'"),
    ("Shopping list:\n- milk\n- eggs\n- bread", "add 'Milk' #shopping ; add 'Eggs' #shopping ; add 'Bread' #shopping"),
    ("- call mum\n- pay rent tomorrow\n- book flights", "add 'Call mum' ; add 'Pay rent' 2026-11-23 ; add 'Book flights'"),
    ("1. call mum\n2. pay rent\n3. water plants", "add 'Call mum' ; add 'Pay rent' ; add 'Water plants'"),
    ("buy milk\ncall mum\neggs", "add 'Buy milk' ; add 'Call mum' ; add 'Eggs'"),
    ("todo:\ncall mum\npay rent", "add 'Call mum' ; add 'Pay rent'"),
    ("- [ ] call mum\n- [ ] pay rent", "add 'Call mum' ; add 'Pay rent'"),
    ("delete #4 and mark 5 as done then show my list", "delete <#4> ; done <#5> ; list"),
    ("buy milk and finish the report", "add 'Buy milk' ; add 'Finish the report'"),
    ("buy milk and show my list", "add 'Buy milk' ; list"),
    ("add milk and show me my list", "add 'Milk' ; list"),
    ("add milk, then delete the eggs", "add 'Milk' ; delete <eggs>"),
    ("add eggs and mark the milk as done", "add 'Eggs' ; done <milk>"),
    ("I paid the rent and called mum", "done <pay rent> ; done <call mum>"),
    ("I paid the rent, remind me to pay it again next month", "done <pay rent> ; add 'Pay it again' 2026-12-01"),
    ("complete the report and email Bob about it", "done <report> ; add 'Email Bob about it'"),
    ("add milk and delete everything", "add 'Milk' ; delete <all>"),
    ("done with wash and dry clothes", "done <wash and dry clothes>"),
    ("add 3 tasks: call mum, buy milk and pay rent", "add 'Call mum' ; add 'Buy milk' ; add 'Pay rent'"),
    ("1. buy flour 2. buy sugar", "add 'Buy flour' ; add 'Buy sugar'"),
    ("todo: call dad; and call mom", "add 'Call dad' ; add 'Call mom'"),
    ("buy milk. Also eggs. And call the bank at 4.", "add 'Buy milk' ; add 'Eggs' ; add 'Call the bank' 2026-11-22 16:00"),
    ("add oil please. And eggs please.", "add 'Oil' ; add 'Eggs'"),
    ("call the bank at 4. The number is 555-1234.", "add 'Call the bank' 2026-11-22 16:00 note 'The number is 555-1234'"),
    ("buy paint. White, two litres.", "add 'Buy paint' note 'White, two litres'"),
    ("call mum tomorrow. Important!", "add 'Call mum' 2026-11-23 p1"),
    ("call mum. By friday.", "add 'Call mum' 2026-11-27"),
    ("delete the milk and add oat milk", "delete <milk> ; add 'Oat milk'"),
    ("show my tasks and delete the first one", "list ; delete <nth 1>"),
    ("rename 2 to Buy bread and move it to friday", "update <#2> 'Buy bread' ; update <it> 2026-11-27"),
    ("add milk. also remind me to call Jo tomorrow", "add 'Milk' ; add 'Call Jo' 2026-11-23"),
    ("Add milk! Delete the eggs. What's left?", "add 'Milk' ; delete <eggs> ; list [open]"),
    ("remind me to buy milk and show my list", "add 'Buy milk' ; list"),
    ("add a task to call Bob, then show the list", "add 'Call Bob' ; list"),
    ("undo that and add bread", "undo ; add 'Bread'"),
    ("push the dentist to friday and remind me to call them", "update <dentist> 2026-11-27 ; add 'Call them'"),
    ("water the plants, feed the cat and take out the trash", "add 'Water the plants' ; add 'Feed the cat' ; add 'Take out the trash'"),
    ("call plumber; buy nails; return drill", "add 'Call plumber' ; add 'Buy nails' ; add 'Return drill'"),
    ("Things to do: call mum, buy milk", "add 'Call mum' ; add 'Buy milk'"),
    ("called mum and paid the rent", "done <call mum> ; done <pay rent>"),
];

#[test]
fn each_command_is_found_in_order() {
    check(MESSAGES);
}

/// Lists on one line: nothing of them may be lost.
#[rustfmt::skip] // one message a line
const LISTS: &[(&str, &str)] = &[
    ("shopping list: leeks; figs; oat milk", "add 'Leeks' #shopping ; add 'Figs' #shopping ; add 'Oat milk' #shopping"),
    ("todo: wash the car; ring Tom tomorrow", "add 'Wash the car' ; add 'Ring Tom' 2026-11-23"),
    ("tasks for friday: - sweep the yard - email Tom - wash the car", "add 'Sweep the yard' 2026-11-27 ; add 'Email Tom' 2026-11-27 ; add 'Wash the car' 2026-11-27"),
    ("todo: - ring Tom - feed the cat", "add 'Ring Tom' ; add 'Feed the cat'"),
    ("add leeks; figs; salt", "add 'Leeks' ; add 'Figs' ; add 'Salt'"),
    ("todo: wash the car; show my list", "add 'Wash the car' ; list"),
    ("meet Tom at the port on 4.12. at 15:30 (ferry 7)", "add 'Meet Tom at the port (ferry 7)' 2026-12-04 15:30"),
    ("party 5.12. at 19:00", "add 'Party' 2026-12-05 19:00"),
    ("pay the invoice on 4.12.", "add 'Pay the invoice' 2026-12-04"),
    ("Groceries: leeks, figs and salt", "add 'Leeks' #groceries ; add 'Figs' #groceries ; add 'Salt' #groceries"),
    ("delete #3; #5", "delete <#3, #5>"),
    ("complete 3; 5; 6", "done <#3, #5, #6>"),
    ("upgrade to Go 1.22. delete #4", "add 'Upgrade to Go 1.22' ; delete <#4>"),
];

#[test]
fn lists_on_one_line_lose_nothing() {
    check(LISTS);
}
